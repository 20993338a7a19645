package vn.motcua.site.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.web.Announcements;

/** Maintenance windows and notices, for programs. */
@RestController
class AnnouncementsApi {

    private final Announcements announcements;

    AnnouncementsApi(Announcements announcements) {
        this.announcements = announcements;
    }

    record Texts(String vi, String en) {}

    record Item(UUID id, OffsetDateTime from, OffsetDateTime to, Announcements.Kind kind, Texts texts) {}

    record Items(List<Item> items, @Nullable String next) {}

    @GetMapping("/api/v1/announcements")
    Items announcements() {
        return new Items(
                announcements.current().stream()
                        .map(one -> new Item(
                                one.id(),
                                one.from(),
                                one.to(),
                                one.kind(),
                                new Texts(one.text().vi(), one.text().en())))
                        .toList(),
                null);
    }
}
