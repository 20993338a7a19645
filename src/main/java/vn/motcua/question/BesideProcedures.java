package vn.motcua.question;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.QuestionsBeside;
import vn.motcua.question.PublishedQuestions.Filter;
import vn.motcua.question.PublishedQuestions.Order;
import vn.motcua.shared.ProcedureCode;

/** Gives the catalogue's pages the questions that they show. */
@Component
class BesideProcedures implements QuestionsBeside {

    private static final int MOST = 50;

    private final PublishedQuestions published;

    BesideProcedures(PublishedQuestions published) {
        this.published = published;
    }

    @Override
    public List<Beside> of(ProcedureCode procedure, Locale locale, int limit) {
        return beside(published.list(new Filter(Set.of(procedure), null), Order.USEFUL, 0, bounded(limit)), locale);
    }

    @Override
    public List<Beside> find(String query, Locale locale, int limit) {
        return query.isBlank() ? List.of() : beside(published.search(query, Filter.NONE, 0, bounded(limit)), locale);
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, MOST);
    }

    private static List<Beside> beside(List<PublishedQuestions.Entry> entries, Locale locale) {
        return entries.stream()
                .map(entry -> {
                    var spoken = entry.wording().in(locale);
                    return new Beside("/questions/" + entry.question().code(), spoken.title(), spoken.language());
                })
                .toList();
    }
}
