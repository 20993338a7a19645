package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Condition;
import vn.motcua.form.Form;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;
import vn.motcua.shared.Text;
import vn.motcua.shared.Vnd;
import vn.motcua.time.Limit;

/**
 * A procedure as one agency offers it: what its applicants fill in, hand in, pay and wait. Made from an immutable version of
 * the procedure and its service folder; a dossier keeps the version in force at its submission for life.
 *
 * @param version numbers the published versions of this service: 1, 2, 3 …
 * @param level 1–4 as in Thông tư 26/2009; {@code digital} as in Nghị định 42/2022
 * @param assurance the identity level an applicant needs, 1 or 2
 * @param acceptanceUnit the words on forms for who receives ("Bộ phận Một cửa …")
 */
public record Offering(
        ServiceId id,
        int version,
        Text name,
        Text agencyName,
        Text acceptanceUnit,
        int level,
        Digital digital,
        Hosting hosting,
        int assurance,
        boolean presence,
        List<Case> cases,
        Form form,
        List<Way> deliveries,
        Text resultName,
        String resultCode) {

    public enum Digital {
        FULL,
        PARTIAL,
        INFORMATION
    }

    public enum Hosting {
        PORTAL,
        BACKEND,
        AGENCY_PORTAL
    }

    public enum Channel {
        ONLINE,
        DIRECT,
        POSTAL
    }

    /** How the result reaches the applicant. */
    public enum Way {
        ONLINE,
        COUNTER,
        POST
    }

    /**
     * One case as the national record names it: a variant of the request, with the papers it needs and its limit by channel,
     * or a part that holds for all of them.
     *
     * @param notes what is to be known about it, in whole sentences; a note has nothing else
     */
    public record Case(
            String code,
            Kind kind,
            Text name,
            List<Text> notes,
            List<Component> components,
            Map<Channel, Limit> limits) {

        /** What the record means by a case (domain rules §1.4). */
        public enum Kind {
            /** One of several: the applicant chooses. */
            ALTERNATIVE,
            /** Papers to hand in, beside those of the other parts. */
            SECTION_SUBMIT,
            /** Papers to show, beside those of the other parts. */
            SECTION_PRESENT,
            /** Nothing to hand in: sentences that people should know. */
            NOTE
        }

        public Case {
            kind = kind == null ? Kind.ALTERNATIVE : kind; // as all are that say nothing of it
            notes = notes == null ? List.of() : List.copyOf(notes);
            components = List.copyOf(components);
            limits = Map.copyOf(limits);
        }
    }

    /**
     * One paper.
     *
     * @param required whether it must be there when {@code when} holds
     * @param when a CEL condition over {@code answers} and {@code applicant}; null = always
     * @param present only shown to the official, never uploaded
     * @param source {@code FORM} = the filled-in form itself, {@code ACCOUNT} = taken from the account (the portrait),
     *     {@code UPLOAD} = given by the applicant
     * @param why shown beside the slot: whom it concerns
     * @param originals how many originals a set holds on paper; {@code copies} how many copies
     * @param form the name of its blank form as the record has it; null where there is none
     * @param resultOf the code of the result that this paper is, {@code KQ.G24.000004}, so that it can be fetched; else null
     */
    public record Component(
            String code,
            Text name,
            boolean required,
            @Nullable String when,
            boolean present,
            Source source,
            @Nullable Text why,
            int originals,
            int copies,
            @Nullable String form,
            @Nullable String resultOf) {

        public Component {
            if (when != null) {
                Condition.of(when);
            }
        }
    }

    public enum Source {
        FORM,
        ACCOUNT,
        UPLOAD
    }

    /** What it costs and why, in the words of the record. */
    public record Quote(Vnd fee, List<Line> lines, List<Text> why) {}

    /** @param kind PHI or LE_PHI; {@code basis} the number of the legal text */
    public record Line(String kind, Text name, Vnd amount, String basis) {}

    /** Refuses a case that the service does not have. */
    public Case caseOf(String code) {
        return cases.stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "case",
                        "catalogue.case.unknown",
                        cases.stream().map(Case::code).collect(Collectors.joining(", "))));
    }

    public ProcedureCode procedure() {
        return id.procedure();
    }

    public AgencyCode agency() {
        return id.agency();
    }
}
