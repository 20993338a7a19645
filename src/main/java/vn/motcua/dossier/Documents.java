package vn.motcua.dossier;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.files.FileId;
import vn.motcua.files.Files;
import vn.motcua.signing.Seals;

/**
 * The sealed papers of dossiers. Each is drawn and sealed once, when first asked for or by a reader of the journal, and kept:
 * who opens it later gets the same bytes.
 */
@Repository
public class Documents {

    /** A paper's name in addresses and in the table. */
    public enum Kind {
        ACKNOWLEDGEMENT("acknowledgement", Seals.Kind.ACKNOWLEDGEMENT),
        FORM_01("form-01", Seals.Kind.FORM_01),
        RESULT("result", Seals.Kind.RESULT);

        final String path;
        final Seals.Kind seal;

        Kind(String path, Seals.Kind seal) {
            this.path = path;
            this.seal = seal;
        }

        /** The message key of its name. */
        String nameKey() {
            return "dossier.document." + path;
        }
    }

    /** A paper as it was kept. */
    record Kept(FileId file, String sha256, byte[] pdf) {}

    private final JdbcClient sql;
    private final Files files;
    private final Seals seals;
    private final DocumentSheets sheets;
    private final InstantSource clock;

    Documents(JdbcClient sql, Files files, Seals seals, DocumentSheets sheets, InstantSource clock) {
        this.sql = sql;
        this.files = files;
        this.seals = seals;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** The sealed PDF; made now if nobody asked before. Empty while the dossier is not far enough for it. */
    @Transactional
    public Optional<byte[]> pdf(Dossier dossier, Kind kind) {
        var file = kept(dossier, kind);
        if (file.isPresent()) {
            return file.map(id -> files.content(new FileId(id)));
        }
        return exists(dossier, kind) && kind != Kind.RESULT
                ? Optional.of(make(dossier, kind).pdf())
                : Optional.empty();
    }

    /** Whether the paper can be opened now. A result can, once the reader has sealed it. */
    boolean exists(Dossier dossier, Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGEMENT -> true;
            case FORM_01 -> dossier.times().accepted() != null;
            case RESULT -> dossier.result() != null;
        };
    }

    /** Draws, seals and keeps it. Of two at once, the second waits for the first and gives its bytes. */
    Kept make(Dossier dossier, Kind kind) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:paper, 4712))")
                .param("paper", dossier.code() + "/" + kind.path)
                .query((row, number) -> true)
                .list();
        var file = kept(dossier, kind);
        if (file.isPresent()) {
            var stored = files.find(new FileId(file.get())).orElseThrow();
            return new Kept(stored.id(), stored.sha256(), files.content(stored.id()));
        }
        var now = clock.instant();
        var token = seals.newToken();
        var sheet = sheets.draw(dossier, kind, token, now);
        var sealed = seals.seal(
                sheet.pdf(),
                new Seals.Paper(kind.seal, token, dossier.agency(), sheet.issuer(), dossier.code().stream(), now));
        var stored = files.keep(
                dossier.applicant(), "%s-%s.pdf".formatted(dossier.code(), kind.path), "application/pdf", sealed);
        sql.sql("insert into dossier.document (code, kind, file, made_at) values (:code, :kind, :file, :at)")
                .param("code", dossier.code().value())
                .param("kind", kind.path)
                .param("file", stored.id().value())
                .param("at", Dossiers.time(now))
                .update();
        return new Kept(stored.id(), stored.sha256(), sealed);
    }

    private Optional<UUID> kept(Dossier dossier, Kind kind) {
        return sql.sql("select file from dossier.document where code = :code and kind = :kind")
                .param("code", dossier.code().value())
                .param("kind", kind.path)
                .query(UUID.class)
                .optional();
    }
}
