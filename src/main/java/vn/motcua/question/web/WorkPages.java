package vn.motcua.question.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Official;
import vn.motcua.question.Answering;
import vn.motcua.question.Question;
import vn.motcua.question.WorkQueue;
import vn.motcua.question.WorkQueue.Cursor;
import vn.motcua.question.WorkQueue.Queue;
import vn.motcua.shared.Problem;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Work;

/** The desk's lists of questions, late ones first. */
@Component
class WorkPages {

    private static final int ROWS = 50;
    private static final int COUNTED = 100;
    private static final int SHOWN = 120;
    private static final Duration SOON = Duration.ofDays(2);

    private final WorkQueue queues;
    private final PublicPages.Names names;

    WorkPages(WorkQueue queues, PublicPages.Names names) {
        this.queues = queues;
        this.names = names;
    }

    WorklistPage list(Official official, String path, String cursor, Frame frame) {
        Answering.requireDuty(official);
        var queue = path.isEmpty() ? first(official) : queue(path);
        var found = queues.page(official, queue, cursor(cursor), ROWS + 1);
        var rows = found.subList(0, Math.min(ROWS, found.size()));
        var address = "/work/questions?queue=" + queue.path();
        var now = names.clock().instant();
        return new WorklistPage(
                official.title(),
                Arrays.stream(Queue.values())
                        .map(each -> tab(official, each, each == queue, frame))
                        .toList(),
                List.of(
                        frame.text("question.work.code"),
                        frame.text("question.work.question"),
                        frame.text("question.work.procedure"),
                        frame.text("question.work.state"),
                        frame.text("question.work.due")),
                rows.stream().map(row -> row(row, now, frame)).toList(),
                found.size() > ROWS
                        ? address + "&cursor=" + written(queue, rows.getLast().question())
                        : "",
                cursor.isEmpty() ? "" : address,
                Answering.mayAnswer(official));
    }

    private static Queue queue(String path) {
        return Queue.of(path).orElseThrow(() -> Problem.invalid("queue", "question.work.queue"));
    }

    private static Queue first(Official official) {
        return Answering.mayAnswer(official) ? Queue.ASKED : Queue.ANSWERED;
    }

    private WorklistPage.Tab tab(Official official, Queue queue, boolean current, Frame frame) {
        int count = queues.count(official, queue, COUNTED);
        return new WorklistPage.Tab(
                frame.text("question.work.queue." + queue.path()),
                "/work/questions?queue=" + queue.path(),
                count == COUNTED ? "99+" : String.valueOf(count),
                current);
    }

    private Work row(WorkQueue.Row row, Instant now, Frame frame) {
        var question = row.question();
        var due = question.times().due();
        var words = row.words().replace('\n', ' ');
        boolean waits = due != null && question.times().released() == null;
        boolean soon = waits && due != null && due.isBefore(now.plus(SOON));
        return new Work(
                question.code().value(),
                "/work/questions/" + question.code(),
                waits && question.isLate(now) ? "late-row" : soon ? "soon-row" : "",
                List.of(
                        Work.Cell.of(words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words),
                        Work.Cell.of(names.procedure(question.procedures().getFirst(), frame.locale())),
                        new Work.Cell(
                                frame.text("question.state." + question.state().name()), "", kind(question, now)),
                        waits && due != null
                                ? new Work.Cell(
                                        Formats.moment(frame.locale(), due), overdue(question, now, frame), null)
                                : Work.Cell.of("–")));
    }

    private static String overdue(Question question, Instant now, Frame frame) {
        return question.isLate(now) ? frame.text("question.work.late") : "";
    }

    static String kind(Question question, Instant now) {
        boolean waits = question.state().isOpen() && question.times().released() == null;
        return waits && question.isLate(now) ? "late" : waits ? "soon" : question.isPublished() ? "good" : "plain";
    }

    private static String written(Queue queue, Question last) {
        var cursor = Cursor.of(queue, last);
        return (cursor.at().equals(Instant.MAX) ? "end" : cursor.at().toEpochMilli()) + "_" + cursor.code();
    }

    private static @Nullable Cursor cursor(String text) {
        if (text.isEmpty()) {
            return null;
        }
        int bar = text.indexOf('_');
        if (bar < 1 || !text.substring(0, bar).matches("end|\\d{1,14}")) {
            throw Problem.invalid("cursor", "question.work.cursor");
        }
        var at = text.substring(0, bar);
        return new Cursor(
                at.equals("end") ? Instant.MAX : Instant.ofEpochMilli(Long.parseLong(at)), text.substring(bar + 1));
    }
}
