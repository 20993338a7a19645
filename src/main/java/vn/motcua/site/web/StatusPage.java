package vn.motcua.site.web;

import java.util.List;
import vn.motcua.web.Announcements.Announcement;
import vn.motcua.web.Fact;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** What is announced now, each with its window. */
public record StatusPage(List<Fact> announcements) {

    static StatusPage of(Frame frame, List<Announcement> announcements) {
        return new StatusPage(announcements.stream()
                .map(one -> new Fact(
                        Formats.moment(frame.locale(), one.from()) + " – " + Formats.moment(frame.locale(), one.to()),
                        one.text().in(frame.locale()),
                        ""))
                .toList());
    }
}
