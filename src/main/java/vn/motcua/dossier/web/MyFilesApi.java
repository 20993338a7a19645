package vn.motcua.dossier.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.files.Files;
import vn.motcua.files.StoredFile;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;
import vn.motcua.web.Idempotency;

/** Takes an applicant's file: checked and scanned before the answer, once per idempotency key. */
@RestController
class MyFilesApi {

    /** The file as a program sees it; HELD while no scanner has spoken. */
    record Taken(String id, String sha256, String mediaType, long bytes, StoredFile.State state) {}

    private final Files files;
    private final Idempotency idempotency;
    private final Answering answering;

    MyFilesApi(Files files, Idempotency idempotency, Answering answering) {
        this.files = files;
        this.idempotency = idempotency;
        this.answering = answering;
    }

    @PostMapping("/api/v1/me/files")
    ResponseEntity<String> take(
            @Signed Person person,
            Idempotency.Token token,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null) {
            throw Problem.invalid("file", "files.upload.missing");
        }
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream();
                var upload = files.read(name == null ? "" : name, content)) {
            return Answering.response(idempotency.once(
                    token,
                    () -> files.check(person.id(), upload),
                    checked -> answering.with(200, taken(files.enter(checked)))));
        }
    }

    private static Taken taken(StoredFile file) {
        return new Taken(file.id().toString(), file.sha256(), file.mediaType(), file.bytes(), file.state());
    }
}
