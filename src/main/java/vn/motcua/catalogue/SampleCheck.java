package vn.motcua.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.motcua.agency.Agency;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Vnd;
import vn.motcua.time.WorkingTime;

/**
 * Applications that somebody thought through, held against what the folder makes of them: result, fee, due time and papers,
 * by the same code that serves applicants. Due times count by the calendar that comes with the release.
 */
final class SampleCheck {

    /** Fewer do not show where a case has its edges. */
    static final int LEAST_PER_CASE = 3;

    private static final WorkingTime TIME = WorkingTime.shipped();

    /** @param papers the codes of those needed, in the order of the record */
    record Expected(String result, long feeVnd, String due, List<String> papers) {}

    /**
     * One application.
     *
     * @param says what it shows, in a few words
     * @param applicant what the account knows: {@code birthYear}, {@code level}
     * @param receivedAt and {@code due} with their offset, as in 2026-11-20T10:40+07:00
     */
    record Sample(
            String says,
            @JsonProperty("case") String kase,
            Map<String, Object> answers,
            @Nullable Map<String, Object> applicant,
            Offering.Channel channel,
            AgencyCode agency,
            String receivedAt,
            Expected expected) {}

    private final FolderContent content;
    private final ServiceDefinition definition;
    private final Function<AgencyCode, Optional<Agency>> agencies;
    private final Remarks remarks;

    SampleCheck(
            FolderContent content,
            ServiceDefinition definition,
            Function<AgencyCode, Optional<Agency>> agencies,
            Remarks remarks) {
        this.content = content;
        this.definition = definition;
        this.agencies = agencies;
        this.remarks = remarks;
    }

    void check() {
        var perCase = new TreeMap<String, Integer>();
        content.procedure().cases().forEach(kase -> perCase.put(kase.code(), 0));
        var samples = content.folder().samples().path("samples");
        for (int i = 0; i < samples.size(); i++) {
            var sample = ServiceFormat.JSON.treeToValue(samples.get(i), Sample.class);
            perCase.computeIfPresent(sample.kase(), (code, count) -> count + 1);
            new One("samples/" + i, sample).check();
        }
        remarks.counted("samples", samples.size());
        perCase.forEach((code, count) -> {
            if (count < LEAST_PER_CASE) {
                wrong(
                        "samples",
                        "case %s has %d samples, at least %d show that fee, time and papers are as meant; add what is missing",
                        code,
                        count,
                        LEAST_PER_CASE);
            }
        });
    }

    private void wrong(String field, String sentence, Object... args) {
        remarks.mistake(ServiceFolder.SAMPLES, field, sentence, args);
    }

    /** One sample at its place in the file. */
    private final class One {

        private final String place;
        private final Sample sample;

        One(String place, Sample sample) {
            this.place = place;
            this.sample = sample;
        }

        void check() {
            var received = moment("receivedAt", sample.receivedAt());
            var due = moment("expected/due", sample.expected().due());
            var agency = agency();
            var kase = content.procedure().cases().stream()
                    .filter(one -> one.code().equals(sample.kase()))
                    .findFirst();
            if (kase.isEmpty()) {
                wrong(place + "/case", "there is no case %s", sample.kase());
            }
            if (received == null || due == null || agency == null || kase.isEmpty()) {
                return;
            }
            var offering = definition.at(agency, content.procedure(), content.form(), 1);
            var day = received.atZoneSameInstant(WorkingTime.ZONE).toLocalDate();
            if (!content.procedure().isInForceOn(day)) {
                remarks.warning(
                        ServiceFolder.SAMPLES,
                        place + "/receivedAt",
                        "the procedure is not in force on %s; choose a day on which it is",
                        day);
            }
            var answers = answers();
            var answered = content.form().check(answers, day);
            answered.forEach(mistake -> wrong(
                    place + "/" + mistake.field(), "the form refuses it (%s); answer as it asks", mistake.code()));
            compare("result", sample.expected().result(), result(offering));
            papers(offering, answers);
            try {
                var quote = Offerings.quote(
                        content.procedure(),
                        offering,
                        sample.kase(),
                        sample.channel(),
                        new Offerings.Asked(answers, day));
                compare("feeVnd", new Vnd(Math.max(0, sample.expected().feeVnd())), quote.fee());
            } catch (Problem e) {
                wrong(
                        place + "/channel",
                        "nobody is told a fee: %s",
                        e.mistakes().getFirst().code());
            }
            var limit = kase.get().limits().get(sample.channel());
            if (limit != null) {
                var counted =
                        TIME.due(received.toInstant(), limit, sample.agency()).due();
                compare("due", due.toInstant().atZone(WorkingTime.ZONE).toOffsetDateTime(), counted);
                if (!TIME.yearsWithoutCalendar(counted.getYear(), counted.getYear())
                        .isEmpty()) {
                    remarks.warning(
                            ServiceFolder.SAMPLES,
                            place + "/expected/due",
                            "the holidays of %d are not all known; choose a year whose are",
                            counted.getYear());
                }
            }
        }

        private void papers(Offering offering, Map<String, Object> answers) {
            var applicant = sample.applicant() == null ? Map.<String, Object>of() : whole(sample.applicant());
            var needed = Offerings.needed(offering, sample.kase(), answers, applicant).stream()
                    .map(Offering.Component::code)
                    .toList();
            compare("papers", List.copyOf(sample.expected().papers()), needed);
        }

        /** As the portal would keep them. */
        private Map<String, Object> answers() {
            return content.form().clean(whole(sample.answers()));
        }

        private static Map<String, Object> whole(Map<String, Object> read) {
            var whole = new HashMap<String, Object>();
            read.forEach(
                    (name, value) -> whole.put(name, value instanceof Integer number ? (Object) (long) number : value));
            return whole;
        }

        private void compare(String what, Object expected, Object computed) {
            if (!Objects.equals(expected, computed)) {
                wrong(
                        place + "/expected/" + what,
                        "\"%s\" expects %s, the folder gives %s; mend whichever is wrong",
                        sample.says(),
                        expected,
                        computed);
            }
        }

        private static String result(Offering offering) {
            return offering.resultCode().isEmpty() ? offering.resultName().vi() : offering.resultCode();
        }

        private @Nullable Agency agency() {
            var agency = agencies.apply(sample.agency());
            boolean offers = agency.isPresent()
                    && switch (definition.offeredBy()) {
                        case PROVINCES ->
                            agency.get().isProvince() && agency.get().validTo() == null;
                        case AGENCIES ->
                            definition.agencies() != null
                                    && definition.agencies().contains(sample.agency());
                    };
            if (!offers) {
                wrong(place + "/agency", "%s does not offer this service; name an agency that does", sample.agency());
            }
            return offers ? agency.get() : null;
        }

        private @Nullable OffsetDateTime moment(String field, String text) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException _) {
                wrong(
                        place + "/" + field,
                        "\"%s\" is no time with its offset; write it as 2026-11-20T10:40+07:00",
                        text);
                return null;
            }
        }
    }
}
