package vn.motcua.dossier.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offerings;
import vn.motcua.dossier.CaseFile;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Processing;
import vn.motcua.dossier.Worklist;
import vn.motcua.dossier.Worklist.Queue;
import vn.motcua.identity.Official;
import vn.motcua.identity.People;
import vn.motcua.shared.Problem;

/** What an official asks about dossiers. Whoever opens one is recorded, for the person whom it concerns. */
@Component
class Desk {

    record PageJson(
            List<DossierJson.RowJson> items, @Nullable String next) {}

    private final Worklist worklist;
    private final Processing processing;
    private final CaseFile.Shelf shelf;
    private final People people;
    private final Reading reading;

    Desk(Worklist worklist, Processing processing, CaseFile.Shelf shelf, People people, Reading reading) {
        this.worklist = worklist;
        this.processing = processing;
        this.shelf = shelf;
        this.people = people;
        this.reading = reading;
    }

    /** What it takes to tell a dossier. */
    @Component
    record Reading(InstantSource clock, DossierJson shapes, Offerings offerings) {}

    Instant now() {
        return reading.clock.instant();
    }

    static Queue queue(String path) {
        return Queue.of(path)
                .orElseThrow(() -> Problem.invalid(
                        "queue",
                        "dossier.queue",
                        path,
                        String.join(
                                ", ",
                                Arrays.stream(Queue.values()).map(Queue::path).toList())));
    }

    PageJson page(Official official, String queue, int limit, @Nullable String cursor, Locale locale) {
        if (limit < 1 || limit > MyDossiers.MOST_ROWS) {
            throw Problem.invalid("limit", "dossier.limit", MyDossiers.MOST_ROWS);
        }
        var found = rows(official, queue(queue), cursor, limit + 1);
        var rows = found.subList(0, Math.min(limit, found.size()));
        var now = now();
        return new PageJson(
                rows.stream()
                        .map(row -> reading.shapes.row(
                                row.dossier(), name(row.dossier(), locale), row.applicant(), now, locale))
                        .toList(),
                found.size() > limit ? cursor(rows.getLast().dossier()) : null);
    }

    List<Worklist.Row> rows(Official official, Queue queue, @Nullable String cursor, int limit) {
        var after = MyDossiers.Cursor.parse(cursor);
        return worklist.page(
                official, queue, after == null ? null : new Worklist.After(after.at(), after.code()), limit);
    }

    static String cursor(Dossier last) {
        return new MyDossiers.Cursor(last.actBy(), last.code().value()).toString();
    }

    String name(Dossier dossier, Locale locale) {
        return reading.offerings
                .version(dossier.service(), dossier.serviceVersion())
                .name()
                .in(locale);
    }

    DossierJson.WholeJson whole(Official official, DossierCode code, Locale locale) {
        return reading.shapes.whole(open(official, code), now(), locale);
    }

    /** The whole dossier; the reading is recorded. */
    CaseFile open(Official official, DossierCode code) {
        var dossier = processing.get(official, code);
        people.recordAccess(official.id(), dossier.applicant(), "dossier.access.processing", code.stream());
        return shelf.of(dossier);
    }
}
