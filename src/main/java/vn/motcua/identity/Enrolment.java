package vn.motcua.identity;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.identity.door.Passwords;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.time.WorkingTime;

/** Gives people, officials and organisations their accounts. Who may ask for that is decided by the callers. */
@Repository
public class Enrolment {

    /**
     * A citizen whose data have been checked.
     *
     * @param phone confirmed, as {@code email} is
     * @param passwordHash from {@link #hash}
     * @param secondFactor false only for the sandbox's person for scripts
     * @param picture from {@link People#keepPicture}
     */
    public record NewCitizen(
            IdentityNumber number,
            PersonName name,
            LocalDate birthDate,
            PhoneNumber phone,
            @Nullable EmailAddress email,
            int level,
            String address,
            String locale,
            @Nullable String passwordHash,
            boolean secondFactor,
            @Nullable UUID picture) {}

    /** An official to be; without password hash the first password is set by a link. */
    public record NewOfficial(
            String userName,
            PersonName name,
            String title,
            List<AgencyCode> agencies,
            Set<Official.Duty> duties,
            @Nullable PhoneNumber phone,
            @Nullable String passwordHash) {}

    /** Events in one transaction, as the journal asks. */
    private static final int CHUNK = 200;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final Passwords passwords;
    private final InstantSource clock;

    Enrolment(
            JdbcClient sql,
            TransactionTemplate transaction,
            Journal journal,
            Passwords passwords,
            InstantSource clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.journal = journal;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What is kept of a password. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** One citizen, who acted for themself. Refuses a number that has an account. */
    public PersonId citizen(NewCitizen citizen) {
        try {
            return enrol(List.of(citizen), Function.identity()).getFirst();
        } catch (DuplicateKeyException e) {
            throw Problem.invalid("identityNumber", "identity.registration.exists");
        }
    }

    /** Many citizens by the portal itself, in their order; fast, and all or none of each two hundred. */
    public List<PersonId> citizens(List<NewCitizen> citizens) {
        return enrol(citizens, _ -> PersonId.SYSTEM);
    }

    private List<PersonId> enrol(List<NewCitizen> citizens, Function<PersonId, PersonId> actor) {
        var ids = citizens.stream().map(_ -> PersonId.random()).toList();
        for (int from = 0; from < citizens.size(); from += CHUNK) {
            int to = Math.min(citizens.size(), from + CHUNK);
            var chunk = citizens.subList(from, to);
            var theirs = ids.subList(from, to);
            transaction.executeWithoutResult(_ -> {
                insert(chunk, theirs);
                journal.append(theirs.stream()
                        .map(id -> new Entry(
                                "person/" + id,
                                1,
                                "identity.Enrolled",
                                1,
                                actor.apply(id),
                                null,
                                "{\"level\":" + chunk.get(theirs.indexOf(id)).level() + "}",
                                Map.of()))
                        .toList());
            });
        }
        return ids;
    }

    private void insert(List<NewCitizen> citizens, List<PersonId> ids) {
        var uuids = ids.stream().map(PersonId::value).toArray(UUID[]::new);
        sql.sql("""
                        insert into identity.account (id, kind, login, password_hash, second_factor, phone,
                               phone_confirmed_at, email, email_confirmed_at, locale, created_at)
                        select id, 'CITIZEN', login, hash, second_factor, phone, :now,
                               email, case when email is null then null else :now end, locale, :now
                        from unnest(:ids, :logins, :hashes, :second_factors, :phones, :emails, :locales)
                             as new (id, login, hash, second_factor, phone, email, locale)
                        """)
                .param("ids", uuids)
                .param("logins", texts(citizens, citizen -> citizen.number().value()))
                .param("hashes", texts(citizens, NewCitizen::passwordHash))
                .param(
                        "second_factors",
                        citizens.stream().map(NewCitizen::secondFactor).toArray(Boolean[]::new))
                .param("phones", texts(citizens, citizen -> citizen.phone().value()))
                .param(
                        "emails",
                        texts(
                                citizens,
                                citizen -> citizen.email() == null
                                        ? null
                                        : citizen.email().value()))
                .param("locales", texts(citizens, NewCitizen::locale))
                .param("now", now())
                .update();
        sql.sql("""
                        insert into identity.person (id, full_name, birth_date, sex, level, address, picture)
                        select * from unnest(:ids, :names, cast(:birth_dates as date[]), :sexes,
                                             cast(:levels as smallint[]), :addresses, :pictures)
                        """)
                .param("ids", uuids)
                .param("names", texts(citizens, citizen -> citizen.name().value()))
                .param("birth_dates", texts(citizens, citizen -> citizen.birthDate()
                        .toString()))
                .param(
                        "sexes",
                        texts(citizens, citizen -> citizen.number().sex().name()))
                .param("levels", citizens.stream().map(NewCitizen::level).toArray(Integer[]::new))
                .param("addresses", texts(citizens, NewCitizen::address))
                .param("pictures", citizens.stream().map(NewCitizen::picture).toArray(UUID[]::new))
                .update();
    }

    public PersonId official(NewOfficial official) {
        var id = PersonId.random();
        transaction.executeWithoutResult(_ -> {
            account(id, "OFFICIAL", official.userName(), official.passwordHash(), official.phone());
            sql.sql("insert into identity.official (id, full_name, title, agency) values (?, ?, ?, ?)")
                    .params(
                            id.value(),
                            official.name().value(),
                            official.title(),
                            official.agencies().getFirst().value())
                    .update();
            for (var agency : official.agencies().subList(1, official.agencies().size())) {
                sql.sql("insert into identity.official_agency (official, agency) values (?, ?)")
                        .params(id.value(), agency.value())
                        .update();
            }
            for (var duty : official.duties()) {
                sql.sql("insert into identity.official_duty (official, duty) values (?, ?)")
                        .params(id.value(), duty.name())
                        .update();
            }
            journal.append(new Entry(
                    "person/" + id, 1, "identity.OfficialAppointed", 1, PersonId.SYSTEM, null, "{}", Map.of()));
        });
        return id;
    }

    /** An enterprise with the citizen who represents it in law, as of today. */
    public PersonId organisation(String taxCode, String name, PersonId representative, @Nullable String passwordHash) {
        var id = PersonId.random();
        transaction.executeWithoutResult(_ -> {
            account(id, "ORGANISATION", taxCode, passwordHash, null);
            sql.sql("insert into identity.organisation (id, name) values (?, ?)")
                    .params(id.value(), name)
                    .update();
            sql.sql("""
                            insert into identity.mandate (id, organisation, person, kind, valid_from)
                            values (?, ?, ?, 'LEGAL_REPRESENTATIVE', ?)
                            """)
                    .params(
                            UUID.randomUUID(),
                            id.value(),
                            representative.value(),
                            clock.instant().atZone(WorkingTime.ZONE).toLocalDate())
                    .update();
        });
        return id;
    }

    private void account(PersonId id, String kind, String login, @Nullable String hash, @Nullable PhoneNumber phone) {
        sql.sql("""
                        insert into identity.account (id, kind, login, password_hash, phone, phone_confirmed_at, created_at)
                        values (:id, :kind, :login, :hash, :phone, :confirmed, :now)
                        """)
                .param("id", id.value())
                .param("kind", kind)
                .param("login", login)
                .param("hash", hash)
                .param("phone", phone == null ? null : phone.value())
                .param("confirmed", phone == null ? null : now())
                .param("now", now())
                .update();
    }

    private static String[] texts(List<NewCitizen> citizens, Function<NewCitizen, @Nullable String> field) {
        return citizens.stream().map(field).toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
