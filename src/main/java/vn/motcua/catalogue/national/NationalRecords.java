package vn.motcua.catalogue.national;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Procedure;
import vn.motcua.shared.ProcedureCode;

/** A file of records of the national database: in its new portal's shape or as JSON Lines, plain or compressed by gzip. */
public final class NationalRecords {

    private final ReadRecord reader;

    public NationalRecords(Agencies agencies) {
        this.reader = new ReadRecord(new Vocabularies(agencies), new Fields());
    }

    /** One record as it stands in the file. */
    public final class Found {

        private final int line;
        private final JsonNode tree;

        private Found(int line, JsonNode tree) {
            this.line = line;
            this.tree = tree;
        }

        /** 1, 2, 3 … in the file; in an array the place of the record. */
        public int line() {
            return line;
        }

        /** Refuses a record that does not say which procedure it is. */
        public ProcedureCode code() {
            return ReadRecord.code(new Source(tree).line("code"));
        }

        /**
         * @param since the first day of the version, since the records name none
         * @throws IllegalArgumentException where code or name is missing; the message says which
         */
        public Read read(LocalDate since) {
            var source = new Source(tree);
            var procedure = reader.read(source, since);
            return new Read(
                    procedure,
                    source.doubts().stream()
                            .map(doubt -> new Unsure(doubt.part(), doubt.kind().name(), doubt.said()))
                            .toList());
        }
    }

    public record Read(Procedure procedure, List<Unsure> doubts) {}

    /**
     * What could not be read for certain.
     *
     * @param part where in the record; {@code kind} which rule was unsure; {@code said} what the source says there
     */
    public record Unsure(String part, String kind, String said) {}

    /** What could not be read at all: the line and why. */
    public record Broken(int line, String why) {}

    /** Is told how many bytes of how many were read. */
    public interface Progress {
        void at(long bytes, long of);
    }

    /**
     * Hands on one record after the other; what is broken is said and stops nothing.
     *
     * @throws IOException where the file cannot be read or its compression is broken
     */
    public void in(Path file, Consumer<Found> found, Consumer<Broken> broken, Progress progress) throws IOException {
        new SourceFile(file)
                .read(
                        element -> {
                            if (element.tree().isObject()) {
                                var tree = element.tree();
                                found.accept(new Found(
                                        element.line(), PortalShape.isOne(tree) ? PortalShape.line(tree) : tree));
                            } else {
                                broken.accept(new Broken(element.line(), "not a JSON object"));
                            }
                        },
                        bad -> broken.accept(new Broken(bad.line(), bad.why())),
                        progress::at);
    }
}
