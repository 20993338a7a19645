package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.CaseFile;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Worklist;
import vn.motcua.dossier.Worklist.Queue;
import vn.motcua.files.FileId;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Work;

/** The pages of the desk, ready to print. */
@Component
class WorkPages {

    private static final int ROWS = 50;
    private static final int COUNTED = 100;

    private final Desk desk;
    private final Worklist worklist;
    private final CaseFile.Shelf shelf;
    private final Standing standing;
    private final ReviewPages reviews;

    WorkPages(Desk desk, Worklist worklist, CaseFile.Shelf shelf, Standing standing, ReviewPages reviews) {
        this.desk = desk;
        this.worklist = worklist;
        this.shelf = shelf;
        this.standing = standing;
        this.reviews = reviews;
    }

    WorklistPage list(Official official, String path, @Nullable String cursor, Frame frame) {
        var queue = path.isEmpty() ? first(official) : Desk.queue(path);
        var found = desk.rows(official, queue, cursor, ROWS + 1);
        var rows = found.subList(0, Math.min(ROWS, found.size()));
        var now = desk.now();
        var address = "/work?queue=" + queue.path();
        return new WorklistPage(
                who(official),
                tabs(official, queue, frame),
                List.of(
                        frame.text("dossier.paper.code"),
                        frame.text("dossier.paper.applicant"),
                        frame.text("dossier.paper.procedure"),
                        frame.text("dossier.work.status"),
                        frame.text("dossier.work.due")),
                rows.stream().map(row -> work(row, now, frame)).toList(),
                found.size() > ROWS
                        ? address + "&cursor=" + Desk.cursor(rows.getLast().dossier())
                        : "",
                cursor == null ? "" : address);
    }

    private List<WorklistPage.Tab> tabs(Official official, Queue current, Frame frame) {
        return Arrays.stream(Queue.values())
                .map(queue -> {
                    int count = worklist.count(official, queue, COUNTED);
                    return new WorklistPage.Tab(
                            frame.text("dossier.work.queue." + queue.path()),
                            "/work?queue=" + queue.path(),
                            count == COUNTED ? "99+" : String.valueOf(count),
                            queue == current);
                })
                .toList();
    }

    private static Queue first(Official official) {
        return official.is(Duty.CLERK) ? Queue.NEW : official.is(Duty.LEADER) ? Queue.APPROVAL : Queue.MINE;
    }

    private Work work(Worklist.Row row, Instant now, Frame frame) {
        var dossier = row.dossier();
        var by = dossier.actBy();
        return new Work(
                dossier.code().value(),
                "/work/dossiers/" + dossier.code(),
                dossier.isLate(now) ? "late-row" : "",
                List.of(
                        Work.Cell.of(row.applicant()),
                        Work.Cell.of(desk.name(dossier, frame.locale())),
                        new Work.Cell(standing.tag(dossier, frame), "", Standing.kind(dossier, now)),
                        Work.Cell.of(by.equals(Instant.MAX) ? "–" : Formats.moment(frame.locale(), by))));
    }

    ReviewPage review(Official official, DossierCode code, @Nullable UUID paper, Corrections corrections, Frame frame) {
        return reviews.page(official, desk.open(official, code), paper, corrections, frame);
    }

    /** A paper of the dossier, in the type that its content has; never as something that could run. */
    ResponseEntity<byte[]> paper(Official official, DossierCode code, UUID id) {
        var file = desk.open(official, code);
        var stored = file.papers().stream()
                .map(CaseFile.Paper::file)
                .filter(found -> found != null && found.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("dossier.document.none"));
        var content = shelf.paper(file.dossier(), new FileId(id))
                .orElseThrow(() -> Problem.notFound("dossier.document.none"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        java.util.Objects.requireNonNull(stored).mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", "inline")
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    byte[] document(Official official, DossierCode code, String name) {
        return reviews.document(desk.open(official, code).dossier(), name);
    }

    static String who(Official official) {
        return official.title();
    }

    /** Who may see which act, in the order of the desk. */
    static List<String> possible(Official official, Dossier dossier) {
        var acts = new ArrayList<String>();
        switch (dossier.status()) {
            case NEWLY_REGISTERED -> {
                if (official.is(Duty.CLERK) && dossier.finance() != Dossier.Finance.DUE) {
                    acts.add("acceptance");
                }
                if (dossier.desk().holder() == null && (official.is(Duty.CLERK) || official.is(Duty.HANDLER))) {
                    acts.add("claim");
                }
            }
            case ACCEPTED -> {
                if (official.is(Duty.CLERK) || official.is(Duty.LEADER) || official.is(Duty.HANDLER)) {
                    acts.add("assignment");
                }
            }
            case IN_PROCESS -> {
                if (official.id().equals(dossier.desk().leader())) {
                    acts.add("approval");
                    acts.add("return");
                } else if (official.id().equals(dossier.desk().holder()) && official.is(Duty.HANDLER)) {
                    acts.add("forwarding");
                }
            }
            case FINISHED -> {
                if (official.is(Duty.CLERK) || official.is(Duty.HANDLER)) {
                    acts.add("delivery");
                }
            }
            default -> {}
        }
        return acts;
    }
}
