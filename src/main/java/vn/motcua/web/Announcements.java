package vn.motcua.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.Text;

/**
 * What the portal tells everybody. Shown from 72 hours before a maintenance window begins until it ends; read from the table at
 * most every 15 seconds, because every page asks.
 */
@Repository
public class Announcements {

    private static final Duration AHEAD = Duration.ofHours(72);
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final int SHOWN = 20;

    /**
     * @param from when it begins, +07:00; {@code to} when it is over
     */
    public record Announcement(UUID id, OffsetDateTime from, OffsetDateTime to, Kind kind, Text text) {}

    public enum Kind {
        MAINTENANCE,
        NOTICE
    }

    private record Known(Instant at, List<Announcement> announcements) {}

    private final JdbcClient sql;
    private final InstantSource clock;
    private volatile Known known = new Known(Instant.MIN, List.of());

    Announcements(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is announced now, the next to begin first. */
    public List<Announcement> current() {
        var now = clock.instant();
        var last = known;
        if (last.at.isAfter(now.minus(FRESH))) {
            return last.announcements;
        }
        var found = sql.sql("""
                        select id, starts_at, ends_at, kind, text_vi, text_en from web.announcement
                        where ends_at > :now and starts_at <= :soon order by starts_at limit :shown
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", now.plus(AHEAD).atOffset(ZoneOffset.UTC))
                .param("shown", SHOWN)
                .query((row, _) -> new Announcement(
                        row.getObject("id", UUID.class),
                        Formats.here(
                                row.getObject("starts_at", OffsetDateTime.class).toInstant()),
                        Formats.here(
                                row.getObject("ends_at", OffsetDateTime.class).toInstant()),
                        Kind.valueOf(row.getString("kind")),
                        new Text(row.getString("text_vi"), row.getString("text_en"))))
                .list();
        known = new Known(now, found);
        return found;
    }

    /** Adds one; for the desk that announces. */
    public void announce(Announcement announcement) {
        sql.sql("""
                        insert into web.announcement (id, starts_at, ends_at, kind, text_vi, text_en)
                        values (:id, :from, :to, :kind, :vi, :en)
                        """)
                .param("id", announcement.id())
                .param("from", announcement.from())
                .param("to", announcement.to())
                .param("kind", announcement.kind().name())
                .param("vi", announcement.text().vi())
                .param("en", announcement.text().en())
                .update();
        known = new Known(Instant.MIN, List.of());
    }
}
