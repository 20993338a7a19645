package vn.motcua.operator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.database.Durability;
import vn.motcua.database.Migrations;
import vn.motcua.journal.ParkedStreams;
import vn.motcua.notification.HeldMessages;
import vn.motcua.time.WorkingTime;

/** Looks at a portal from outside, changes nothing, and says of each thing whether it is well or what mends it. */
final class Doctor {

    /** Below this the next backup or a busy week could fill the disk. */
    private static final long LEAST_FREE_BYTES = 5L << 30;

    /** A cluster of this size takes longer to back up and restore than one machine should be away. */
    private static final long LARGEST_EMBEDDED_BYTES = 100L << 30;

    /** Architecture: a daily backup; a tested one at least weekly. */
    private static final Duration OLDEST_TESTED_BACKUP = Duration.ofDays(7);

    /** A reader that is so far behind is not slow but stuck. */
    private static final Duration LONGEST_LAG = Duration.ofMinutes(1);

    private final Workplace at;
    private final InstantSource clock;
    private final JdbcClient sql;
    private final List<Finding> findings = new ArrayList<>();

    Doctor(Workplace at, InstantSource clock) {
        this.at = at;
        this.clock = clock;
        this.sql = JdbcClient.create(at.owner());
    }

    List<Finding> examine() {
        database();
        rights();
        migrations();
        readers();
        messages();
        secrets();
        disk();
        calendar();
        backups();
        findings.addAll(CrossReferences.check(sql));
        return findings;
    }

    private void note(boolean well, String about, String good, String bad, String remedy) {
        findings.add(well ? Finding.well(about, good) : Finding.wrong(about, bad, remedy));
    }

    private void database() {
        try (var app = at.access().app(1)) {
            var wrong = Durability.wrong(app);
            note(
                    wrong.isEmpty(),
                    "database",
                    "fsync and synchronous_commit are on; portal " + (at.besidePortal() ? "running" : "not running"),
                    String.join("; ", wrong),
                    "remove the setting from DATA/postgresql.conf and start again");
        }
    }

    private void rights() {
        var open = sql.sql("""
                select nspname from pg_namespace
                where nspname = any(?) and (has_schema_privilege('app', oid, 'create')
                      or has_schema_privilege('auditor', oid, 'create'))""")
                .param(Migrations.ROOMS.toArray(String[]::new))
                .query(String.class)
                .list();
        note(
                open.isEmpty(),
                "roles",
                "app and auditor cannot change tables",
                "app or auditor may change tables of " + open,
                "revoke create on these schemas");
    }

    private void migrations() {
        note(
                Migrations.areDone(at.owner()),
                "migrations",
                "all of this release ran",
                "the database is not as this release wants it",
                "start the portal once; it migrates");
    }

    private void readers() {
        var last = sql.sql("select coalesce(max(position), 0) from journal.journal")
                .query(Long.class)
                .single();
        var moment = sql.sql("select max(at) from journal.journal")
                .query(OffsetDateTime.class)
                .optional();
        record Cursor(
                String reader,
                long unread,
                @org.jspecify.annotations.Nullable OffsetDateTime since) {}
        var behind = sql.sql("""
                select c.reader, (select count(*) from journal.journal j where j.position > c.position),
                       (select min(j.at) from journal.journal j where j.position > c.position)
                from journal.cursor c where c.position < ? order by 1""")
                .param(last)
                .query((row, number) ->
                        new Cursor(row.getString(1), row.getLong(2), row.getObject(3, OffsetDateTime.class)))
                .list();
        var stuck = behind.stream()
                .filter(cursor -> cursor.since() != null
                        && moment.filter(newest ->
                                        Duration.between(cursor.since(), newest).compareTo(LONGEST_LAG) > 0)
                                .isPresent())
                .map(cursor -> "%s has %,d unread since %s".formatted(cursor.reader(), cursor.unread(), cursor.since()))
                .toList();
        note(
                stuck.isEmpty(),
                "readers",
                "%d behind by less than %d s, last position %,d"
                        .formatted(behind.size(), LONGEST_LAG.toSeconds(), last),
                String.join("; ", stuck),
                at.besidePortal() ? "look for the reader's name in log/portal.log" : "start the portal; they go on");
        var parked = new ParkedStreams(sql).list();
        note(
                parked.isEmpty(),
                "streams",
                "none parked",
                String.join(
                        "; ",
                        parked.stream()
                                .map(stream -> "%s stopped at %s (%s), %d waiting"
                                        .formatted(stream.reader(), stream.stream(), stream.error(), stream.waiting()))
                                .toList()),
                "mend the cause, then ask for another try (docs/operations.md, \"Parked streams\")");
    }

    private void messages() {
        if (!Migrations.areDone(at.owner())) {
            return; // what can be held came with a migration
        }
        var held = MessagesCommand.lines(new HeldMessages(sql));
        note(
                held.isEmpty(),
                "messages",
                "none held",
                held.isEmpty() ? "" : held.getFirst(),
                "look with bin/motcua messages, then messages release or messages drop");
    }

    private void secrets() {
        var folder = at.data().file("secrets");
        var open = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .endsWith("------")) {
                    open.add(file.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        note(open.isEmpty(), "secrets", "readable by their owner alone", "others can read " + open, "chmod 600 them");
        var wrapped = sql.sql("select to_regclass('keys.key') is not null and exists (select 1 from keys.key)")
                .query(Boolean.class)
                .single();
        note(
                !wrapped || Files.exists(folder.resolve("master.key")) || System.getenv("MOTCUA_KEYS_MASTER") != null,
                "master key",
                "there",
                "the master key is missing, nothing sealed can be read",
                "put its copy back as " + folder.resolve("master.key") + " (0600)");
    }

    private void disk() {
        try {
            var free = Files.getFileStore(at.data().root()).getUsableSpace();
            note(
                    free > LEAST_FREE_BYTES,
                    "disk",
                    "%,d GB free".formatted(free >> 30),
                    "only %,d MB free".formatted(free >> 20),
                    "make room or move DATA to a larger disk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var size = sql.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        note(
                size < LARGEST_EMBEDDED_BYTES,
                "size",
                "database of %,d MB".formatted(size >> 20),
                "the database has %,d GB".formatted(size >> 30),
                "move to a PostgreSQL of its own (docs/operations.md)");
    }

    private void calendar() {
        var today = clock.instant().atZone(WorkingTime.ZONE).toLocalDate();
        var needed = new ArrayList<>(List.of(today.getYear()));
        if (today.getMonthValue() == 12) {
            needed.add(today.getYear() + 1);
        }
        var known = sql.sql("select year from time.calendar_year where complete")
                .query(Integer.class)
                .list();
        needed.removeAll(known);
        note(
                needed.isEmpty(),
                "calendar",
                "holidays known for the years at hand",
                "no complete calendar for " + needed,
                "take in the government's yearly notice; until then deadlines say that it is missing");
    }

    private void backups() {
        var tested = new Backups(at.data(), clock, line -> {}).lastTested();
        note(
                tested.filter(time -> Duration.between(time, clock.instant()).compareTo(OLDEST_TESTED_BACKUP) < 0)
                        .isPresent(),
                "backup",
                "last tested one of " + tested.map(Object::toString).orElse(""),
                tested.map(time -> "the last tested one is of " + time).orElse("none was ever tested"),
                "bin/motcua backup --test, daily, and keep copies elsewhere");
    }
}
