package vn.motcua.dossier.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.CaseFile;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Step;
import vn.motcua.dossier.Submissions;
import vn.motcua.identity.Official;
import vn.motcua.identity.People;
import vn.motcua.notification.Notices;
import vn.motcua.payment.Obligation;
import vn.motcua.web.Formats;
import vn.motcua.web.Messages;

/** The shapes in which the API speaks of dossiers (contract §4). Field names are promised. */
@Component
class DossierJson {

    record StatusJson(int code, String name) {}

    record ObligationJson(UUID id, long amountVnd, String state) {}

    record SubmittedJson(
            String code,
            String secret,
            StatusJson status,
            @Nullable OffsetDateTime acknowledgeBy,
            @Nullable ObligationJson obligation) {}

    record RowJson(
            String code,
            String service,
            String procedure,
            StatusJson status,
            String finance,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime acknowledgeBy,
            @Nullable OffsetDateTime dueAt,
            boolean overdue,
            @Nullable String applicant) {}

    record StepJson(
            String name,
            String unit,
            OffsetDateTime enteredAt,
            @Nullable OffsetDateTime leftAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable String by) {}

    record PaperJson(
            String component,
            String name,
            String source,
            @Nullable UUID file,
            @Nullable String fileName,
            @Nullable String state) {}

    record MessageJson(String channel, String to, String subject, String text, String state, OffsetDateTime at) {}

    record ResultJson(String name, String code, String decision, String document) {}

    record ApplicantJson(
            String fullName,
            String identityNumber,
            java.time.LocalDate birthDate,
            String phone,
            String email,
            String address) {}

    record WholeJson(
            String code,
            String service,
            String procedure,
            String caseCode,
            StatusJson status,
            String finance,
            String delivery,
            String deliveryWay,
            @Nullable String deliveryAddress,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime acknowledgeBy,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime finishedAt,
            boolean overdue,
            @Nullable String holder,
            @Nullable String leader,
            ApplicantJson applicant,
            Map<String, Object> answers,
            List<PaperJson> papers,
            List<StepJson> steps,
            List<MessageJson> messages,
            List<ObligationJson> obligations,
            List<ResultJson> results) {}

    /** What an official's act leaves behind: the new state. */
    record MovedJson(
            String code,
            StatusJson status,
            @Nullable OffsetDateTime acknowledgeBy,
            @Nullable OffsetDateTime dueAt) {}

    private final Messages messages;
    private final People people;

    DossierJson(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    SubmittedJson submitted(Submissions.Receipt receipt, Locale locale) {
        var dossier = receipt.dossier();
        var obligation = receipt.obligation();
        return new SubmittedJson(
                dossier.code().value(),
                receipt.secret(),
                status(dossier.status(), locale),
                at(dossier.times().acknowledgeBy()),
                obligation == null ? null : obligation(obligation));
    }

    MovedJson moved(Dossier dossier, Locale locale) {
        return new MovedJson(
                dossier.code().value(),
                status(dossier.status(), locale),
                at(dossier.times().acknowledgeBy()),
                at(dossier.times().due()));
    }

    RowJson row(Dossier dossier, String procedure, @Nullable String applicant, Instant now, Locale locale) {
        return new RowJson(
                dossier.code().value(),
                dossier.service().toString(),
                procedure,
                status(dossier.status(), locale),
                dossier.finance().name(),
                Formats.here(dossier.times().submitted()),
                at(dossier.times().acknowledgeBy()),
                at(dossier.times().due()),
                dossier.isLate(now),
                applicant);
    }

    WholeJson whole(CaseFile file, Instant now, Locale locale) {
        var dossier = file.dossier();
        var who = file.applicant();
        return new WholeJson(
                dossier.code().value(),
                dossier.service().toString(),
                file.offering().name().in(locale),
                dossier.caseCode(),
                status(dossier.status(), locale),
                dossier.finance().name(),
                dossier.delivery().name(),
                dossier.deliveryWay().name(),
                file.deliveryAddress(),
                Formats.here(dossier.times().submitted()),
                at(dossier.times().acknowledgeBy()),
                at(dossier.times().due()),
                at(dossier.times().finished()),
                dossier.isLate(now),
                name(dossier.desk().holder()),
                name(dossier.desk().leader()),
                new ApplicantJson(
                        who.fullName(), who.identityNumber(), who.birthDate(), who.phone(), who.email(), who.address()),
                file.answers(),
                file.papers().stream().map(paper -> paper(paper, locale)).toList(),
                steps(file.steps(), file.offering().agencyName().in(locale), locale, true),
                file.messages().stream().map(DossierJson::message).toList(),
                file.obligations().stream().map(DossierJson::obligation).toList(),
                results(file, locale));
    }

    List<StepJson> steps(List<Step> steps, String unit, Locale locale, boolean names) {
        return steps.stream()
                .map(step -> new StepJson(
                        messages.text(locale, step.nameKey()),
                        unit,
                        Formats.here(step.entered()),
                        at(step.left()),
                        at(step.due()),
                        names ? name(step.actor()) : null))
                .toList();
    }

    StatusJson status(Status status, Locale locale) {
        return new StatusJson(status.code(), messages.text(locale, status.nameKey()));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant at) {
        return at == null ? null : Formats.here(at);
    }

    private List<ResultJson> results(CaseFile file, Locale locale) {
        var dossier = file.dossier();
        if (dossier.result() == null || dossier.decision() == null) {
            return List.of();
        }
        return List.of(new ResultJson(
                file.offering().resultName().in(locale),
                file.offering().resultCode(),
                dossier.decision().name(),
                "/api/v1/me/dossiers/" + dossier.code() + "/documents/result"));
    }

    private static PaperJson paper(CaseFile.Paper paper, Locale locale) {
        var file = paper.file();
        return new PaperJson(
                paper.component().code(),
                paper.component().name().in(locale),
                paper.component().source().name(),
                file == null ? null : file.id().value(),
                file == null ? null : file.name(),
                file == null ? null : file.state().name());
    }

    private static MessageJson message(Notices.Message message) {
        return new MessageJson(
                message.channel().name().toLowerCase(Locale.ROOT),
                message.to(),
                message.subject(),
                message.text(),
                message.state(),
                Formats.here(message.at()));
    }

    private static ObligationJson obligation(Obligation obligation) {
        return new ObligationJson(
                obligation.id(),
                obligation.amount().amount(),
                obligation.state().name());
    }

    private @Nullable String name(vn.motcua.shared.@Nullable PersonId official) {
        return official == null
                ? null
                : people.official(official).map(Official::fullName).orElse(null);
    }
}
