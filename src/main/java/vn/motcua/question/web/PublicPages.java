package vn.motcua.question.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Procedures;
import vn.motcua.question.PublishedQuestions;
import vn.motcua.question.PublishedQuestions.Entry;
import vn.motcua.question.PublishedQuestions.Filter;
import vn.motcua.question.PublishedQuestions.Order;
import vn.motcua.question.Punctuality;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** What everybody may read, ready to print. */
@Component
class PublicPages {

    static final int ROWS = 20;
    static final int MAX_QUERY = 200;
    private static final int BEGINNING = 220;

    private final PublishedQuestions published;
    private final Punctuality punctuality;
    private final Names names;

    PublicPages(PublishedQuestions published, Punctuality punctuality, Names names) {
        this.published = published;
        this.punctuality = punctuality;
        this.names = names;
    }

    /** Codes in words. */
    @Component
    record Names(Agencies agencies, Procedures procedures, InstantSource clock) {

        String agency(AgencyCode code, Locale locale) {
            return agencies.find(code)
                    .map(Agency::name)
                    .map(name -> name.in(locale))
                    .orElse(code.value());
        }

        /** Who can be asked: whoever promulgates a procedure, and the provinces. */
        List<AgencyCode> answering() {
            var provinces = agencies.provinces().stream().map(Agency::code);
            var ministries = procedures.all().stream()
                    .map(vn.motcua.catalogue.ProcedureLine::promulgatingAgency)
                    .distinct()
                    .sorted(java.util.Comparator.comparing(AgencyCode::value));
            return java.util.stream.Stream.concat(ministries, provinces)
                    .distinct()
                    .toList();
        }

        /** A procedure that is no longer in force by its last name. */
        String procedure(ProcedureCode code, Locale locale) {
            var versions = procedures.versions(code);
            return versions.isEmpty() ? code.value() : versions.getLast().name().in(locale);
        }
    }

    /** What a list is asked for. */
    record Asked(String query, String field, String agency, Order order, int from) {

        static Asked of(String q, String field, String agency, String order, String from) {
            return new Asked(
                    shown(q.strip()),
                    field,
                    agency,
                    order.equals("useful") ? Order.USEFUL : Order.NEWEST,
                    from.matches("\\d{1,5}") ? Math.min(Integer.parseInt(from), PublishedQuestions.MAX_FROM) : 0);
        }

        private static String shown(String text) {
            return text.length() > MAX_QUERY ? text.substring(0, MAX_QUERY) : text;
        }

        String address(int start) {
            var address = new ArrayList<String>();
            add(address, "q", query);
            add(address, "field", field);
            add(address, "agency", agency);
            add(address, "order", order == Order.USEFUL ? "useful" : "");
            add(address, "from", start == 0 ? "" : String.valueOf(start));
            return "/questions" + (address.isEmpty() ? "" : "?" + String.join("&", address));
        }

        private static void add(List<String> address, String name, String value) {
            if (!value.isEmpty()) {
                address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
    }

    ListPage list(Asked asked, Corrections own, Frame frame) {
        var locale = frame.locale();
        var fields = fields();
        var agency = agency(asked.agency());
        var known = fields.containsKey(asked.field());
        var filter = new Filter(known ? fields.get(asked.field()) : null, agency);
        var found = asked.query().isEmpty()
                ? published.list(filter, asked.order(), asked.from(), ROWS + 1)
                : published.search(asked.query(), filter, asked.from(), ROWS + 1);
        var rows = found.subList(0, Math.min(ROWS, found.size()));
        return new ListPage(
                asked.query(),
                asked.query().isEmpty()
                        ? frame.text("question.list.title")
                        : frame.text("question.list.found", asked.query()),
                fieldChoices(fields, asked.field(), frame),
                agencies(agency, frame),
                List.of(
                        Choice.of("", frame.text("question.list.order.newest"), asked.order() == Order.NEWEST),
                        Choice.of("useful", frame.text("question.list.order.useful"), asked.order() == Order.USEFUL)),
                rows.stream().map(entry -> item(entry, frame)).toList(),
                found.size() > ROWS ? asked.address(asked.from() + ROWS) : "",
                asked.from() == 0 ? "" : asked.address(0),
                punctuality.byAgency().stream()
                        .map(line -> new ListPage.Line(
                                names.agency(line.agency(), locale),
                                line.isUnmeasured()
                                        ? frame.text("question.punctual.unmeasured")
                                        : String.valueOf(line.inTime()),
                                line.isUnmeasured() ? "–" : String.valueOf(line.late()),
                                String.valueOf(line.waiting())))
                        .toList(),
                own);
    }

    private static @org.jspecify.annotations.Nullable AgencyCode agency(String text) {
        try {
            return text.isEmpty() ? null : new AgencyCode(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The fields that have questions, each by its Vietnamese name with the procedures in it. */
    private LinkedHashMap<String, Set<ProcedureCode>> fields() {
        return published.procedures().stream()
                .filter(code -> !names.procedures().versions(code).isEmpty())
                .collect(Collectors.groupingBy(
                        code -> names.procedures()
                                .versions(code)
                                .getLast()
                                .field()
                                .name()
                                .vi(),
                        LinkedHashMap::new,
                        Collectors.toSet()));
    }

    private List<Choice> fieldChoices(LinkedHashMap<String, Set<ProcedureCode>> fields, String chosen, Frame frame) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", frame.text("question.list.field.all"), !fields.containsKey(chosen)));
        fields.entrySet().stream()
                .map(entry -> Choice.of(
                        entry.getKey(),
                        names.procedures()
                                .versions(entry.getValue().iterator().next())
                                .getLast()
                                .field()
                                .name()
                                .in(frame.locale()),
                        entry.getKey().equals(chosen)))
                .sorted(java.util.Comparator.comparing(Choice::label, java.text.Collator.getInstance(Locale.of("vi"))))
                .forEach(choices::add);
        return choices;
    }

    private List<Choice> agencies(@org.jspecify.annotations.Nullable AgencyCode chosen, Frame frame) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", frame.text("question.list.agency.all"), chosen == null));
        published
                .agencies()
                .forEach(code ->
                        choices.add(Choice.of(code.value(), names.agency(code, frame.locale()), code.equals(chosen))));
        return choices;
    }

    private ListPage.Item item(Entry entry, Frame frame) {
        var spoken = entry.wording().in(frame.locale());
        var question = entry.question();
        var facts = new ArrayList<String>();
        facts.add(names.procedure(question.procedures().getFirst(), frame.locale()));
        facts.add(names.agency(question.agency(), frame.locale()));
        facts.add(frame.text("question.list.helped", question.votes().helpful()));
        var answer = spoken.answer().replace('\n', ' ');
        return new ListPage.Item(
                "/questions/" + question.code(),
                spoken.title(),
                spoken.language(),
                answer.length() > BEGINNING ? answer.substring(0, BEGINNING) + "…" : answer,
                facts);
    }

    AnswerPage answer(Entry entry, boolean thanks, Frame frame) {
        var locale = frame.locale();
        var question = entry.question();
        var spoken = entry.wording().in(locale);
        var votes = question.votes();
        var published = question.times().published();
        return new AnswerPage(
                question.code().value(),
                spoken.title(),
                spoken.language(),
                spoken.language().equals(locale.getLanguage()) ? "" : frame.text("question.answer.only"),
                paragraphs(spoken.details()),
                paragraphs(spoken.answer()),
                entry.wording().law(),
                frame.text(
                        "question.answer.by",
                        names.agency(question.agency(), locale),
                        published == null
                                ? ""
                                : Formats.date(locale, Formats.here(published).toLocalDate())),
                question.procedures().stream()
                        .map(code -> new Link(names.procedure(code, locale), "/procedures/" + code))
                        .toList(),
                "/questions/ask?procedure=" + question.procedures().getFirst(),
                votes.helpful() + votes.unhelpful() == 0
                        ? frame.text("question.useful.none")
                        : frame.text("question.useful.count", votes.helpful(), votes.helpful() + votes.unhelpful()),
                thanks ? frame.text("question.useful.thanks") : "");
    }

    static List<String> paragraphs(String text) {
        return text.isEmpty()
                ? List.of()
                : java.util.stream.Stream.of(text.split("\n+"))
                        .filter(line -> !line.isBlank())
                        .toList();
    }
}
