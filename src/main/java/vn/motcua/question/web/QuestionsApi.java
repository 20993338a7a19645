package vn.motcua.question.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.question.PublishedQuestions;
import vn.motcua.question.PublishedQuestions.Entry;
import vn.motcua.question.PublishedQuestions.Filter;
import vn.motcua.question.PublishedQuestions.Order;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Formats;

/** Published questions for programs; open to everybody. */
@RestController
class QuestionsApi {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final PublishedQuestions published;
    private final PublicPages.Names names;

    QuestionsApi(PublishedQuestions published, PublicPages.Names names) {
        this.published = published;
        this.names = names;
    }

    record Page(List<Item> items, @Nullable String next) {}

    /** @param language of {@code question}: {@code vi} where English was asked for and is not there */
    record Item(
            String code,
            String question,
            String language,
            List<String> procedures,
            String agency,
            String publishedAt) {}

    record About(String code, String name) {}

    record Whole(
            String code,
            String question,
            String details,
            String answer,
            String language,
            String legalBasis,
            List<About> procedures,
            String agency,
            String agencyName,
            String publishedAt,
            int helpful,
            int unhelpful) {}

    /** Best first with {@code q}, otherwise the most useful; {@code procedure} takes a code with or without suffix. */
    @GetMapping("/api/v1/questions")
    Page find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String cursor,
            Locale locale) {
        var query = q.strip();
        if (query.length() > PublicPages.MAX_QUERY) {
            throw Problem.invalid("q", "question.text.long", PublicPages.MAX_QUERY, query.length());
        }
        var filter = procedure.isBlank() ? Filter.NONE : new Filter(Set.of(code(procedure)), null);
        int most = number("limit", limit, DEFAULT_LIMIT, 1, MAX_LIMIT);
        int from = number("cursor", cursor, 0, 0, PublishedQuestions.MAX_FROM);
        var found = query.isEmpty()
                ? published.list(filter, Order.USEFUL, from, most + 1)
                : published.search(query, filter, from, most + 1);
        return new Page(
                found.stream().limit(most).map(entry -> item(entry, locale)).toList(),
                found.size() > most ? String.valueOf(from + most) : null);
    }

    @GetMapping("/api/v1/questions/{code}")
    Whole question(@PathVariable String code, Locale locale) {
        var entry = published.find(QuestionController.code(code)).orElseThrow(QuestionController::unknown);
        var question = entry.question();
        var spoken = entry.wording().in(locale);
        return new Whole(
                question.code().value(),
                spoken.title(),
                spoken.details(),
                spoken.answer(),
                spoken.language(),
                entry.wording().law(),
                question.procedures().stream()
                        .map(about -> new About(about.value(), names.procedure(about, locale)))
                        .toList(),
                question.agency().value(),
                names.agency(question.agency(), locale),
                published(entry),
                question.votes().helpful(),
                question.votes().unhelpful());
    }

    private static Item item(Entry entry, Locale locale) {
        var spoken = entry.wording().in(locale);
        return new Item(
                entry.question().code().value(),
                spoken.title(),
                spoken.language(),
                entry.question().procedures().stream().map(ProcedureCode::value).toList(),
                entry.question().agency().value(),
                published(entry));
    }

    private static String published(Entry entry) {
        var at = entry.question().times().published();
        return at == null ? "" : Formats.iso(at);
    }

    private static ProcedureCode code(String text) {
        try {
            return ProcedureCode.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("procedure", "question.procedures.shape");
        }
    }

    private static int number(String field, String text, int otherwise, int least, int most) {
        if (text.isBlank()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw Problem.invalid(field, "question.number", least, most);
        }
        return Integer.parseInt(text);
    }
}
