package vn.motcua.signing.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.signing.Verdict;
import vn.motcua.signing.web.VerifyPage.Answer;
import vn.motcua.signing.web.VerifyPage.Line;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** A verdict in words: its own title, sign and advice for each of the four that there are. */
final class VerdictWords {

    private VerdictWords() {}

    static Answer of(Frame frame, Verdict verdict, Instant now) {
        var name = name(verdict);
        return new Answer(
                switch (name) {
                    case "good" -> "";
                    case "ended" -> "warn";
                    default -> "bad";
                },
                name.equals("good") ? "check" : name.equals("ended") ? "alert" : "cross",
                frame.text("signing.verdict." + name + ".title"),
                frame.text("signing.verdict." + name + ".advice", Formats.moment(frame.locale(), now)),
                lines(frame, verdict));
    }

    private static String name(Verdict verdict) {
        if (!verdict.ours()) {
            return "foreign";
        }
        if (!verdict.whole()) {
            return "altered";
        }
        return Boolean.TRUE.equals(verdict.inForce()) ? "good" : "ended";
    }

    private static List<Line> lines(Frame frame, Verdict verdict) {
        var lines = new ArrayList<Line>();
        if (verdict.kind() != null) {
            lines.add(new Line(
                    frame.text("signing.verify.kind"),
                    frame.text("signing.kind." + verdict.kind().name()),
                    ""));
        }
        if (verdict.issuer() != null) {
            lines.add(new Line(frame.text("signing.verify.issuer"), verdict.issuer(), ""));
        }
        if (verdict.issuedAt() != null) {
            lines.add(new Line(
                    frame.text("signing.verify.issued"), Formats.moment(frame.locale(), verdict.issuedAt()), ""));
        }
        return lines;
    }
}
