package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.files.FileId;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ServiceId;

/**
 * What somebody is filling in: pinned to the version of the service at which it was begun, kept until {@code expires}.
 *
 * @param answers as typed, also those that are still wrong; the check comes when a part is left and again at submission
 * @param papers files by component
 * @param delivery how the result shall come; null until chosen
 * @param dossier what it became, once it was handed in
 */
public record Draft(
        UUID id,
        PersonId person,
        ServiceId service,
        int serviceVersion,
        String caseCode,
        Map<String, Object> answers,
        Map<String, List<FileId>> papers,
        Submission.@Nullable Delivery delivery,
        int version,
        Instant saved,
        Instant expires,
        @Nullable DossierCode dossier) {

    /** No slot takes more files than this. */
    public static final int MOST_FILES_PER_PAPER = 10;

    public Draft {
        answers = Map.copyOf(answers);
        papers = Map.copyOf(papers);
    }

    public List<FileId> files(String component) {
        return papers.getOrDefault(component, List.of());
    }

    Draft answered(Map<String, Object> part, List<String> cleared) {
        var next = new HashMap<>(answers);
        cleared.forEach(next::remove);
        next.putAll(part);
        return with(next, papers, delivery);
    }

    Draft delivered(Submission.Delivery wish) {
        return with(answers, papers, wish);
    }

    Draft withPaper(String component, FileId file) {
        var files = new ArrayList<>(files(component));
        files.add(file);
        return with(component, files);
    }

    Draft withoutPaper(String component, FileId file) {
        var files = new ArrayList<>(files(component));
        files.remove(file);
        return with(component, files);
    }

    private Draft with(String component, List<FileId> files) {
        var next = new HashMap<>(papers);
        next.put(component, List.copyOf(files));
        return with(answers, next, delivery);
    }

    private Draft with(
            Map<String, Object> answers, Map<String, List<FileId>> papers, Submission.@Nullable Delivery delivery) {
        return new Draft(
                id,
                person,
                service,
                serviceVersion,
                caseCode,
                answers,
                papers,
                delivery,
                version + 1,
                saved,
                expires,
                dossier);
    }

    /** All papers as a submission lists them. */
    List<Submission.Given> given() {
        var given = new ArrayList<Submission.Given>();
        papers.forEach((component, files) -> files.forEach(file -> given.add(new Submission.Given(component, file))));
        return given;
    }
}
