package vn.motcua.files;

import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Problem;

/** What a file must pass to come in: it is a PDF, JPEG or PNG by its content, holds no trap, and carries no virus. */
@Component
class Door {

    private final FilesSettings settings;
    private final Scanner scanner;
    private final Tika tika = new Tika();

    Door(FilesSettings settings, Scanner scanner) {
        this.settings = settings;
        this.scanner = scanner;
    }

    FilesSettings settings() {
        return settings;
    }

    /** The type as the content shows it. */
    String mediaType(Upload upload) {
        var type = tika.detect(upload.content());
        switch (type) {
            case "application/pdf" -> PdfTraps.check(upload.content());
            case "image/jpeg", "image/png" -> Pictures.check(upload.content(), type, settings.maxPixels());
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" ->
                throw Problem.of(Problem.Kind.UNSUPPORTED_TYPE, "files.upload.heic");
            default -> throw Problem.of(Problem.Kind.UNSUPPORTED_TYPE, "files.upload.type");
        }
        return type;
    }

    /** As above, for blank forms that an agency publishes: a PDF, or a DOCX or XLSX without traps. */
    String formType(Upload upload) {
        var content = upload.content();
        return content.length > 1 && content[0] == 'P' && content[1] == 'K'
                ? OfficeTraps.check(content)
                : mediaType(upload);
    }

    /** Refuses what the scanner calls infected; it was never on the disk. */
    StoredFile.State scan(Upload upload) {
        return switch (scanner.scan(upload.content())) {
            case CLEAN -> StoredFile.State.CLEAN;
            case NO_ANSWER -> StoredFile.State.HELD;
            case INFECTED -> throw Problem.invalid("file", "files.upload.infected");
        };
    }

    Scanner.Word ask(byte[] content) {
        return scanner.scan(content);
    }
}
