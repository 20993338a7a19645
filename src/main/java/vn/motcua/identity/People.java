package vn.motcua.identity;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.keys.Keys;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;

/** Everybody who has an account, and the only way to their data. */
@Repository
public class People {

    /** The name under which face pictures are encrypted. */
    private static final String PICTURE_KEY = "identity.picture";

    private static final String OFFICIAL = """
            select a.id, a.login, o.full_name, o.title, o.agency,
                   array(select duty from identity.official_duty d where d.official = o.id) as duties,
                   array(select f.agency from identity.official_agency f where f.official = o.id) as further
            from identity.official o join identity.account a on a.id = o.id
            where a.closed_at is null
            """;

    private static final RowMapper<Official> OFFICIAL_ROW = (row, n) -> new Official(
            new PersonId(row.getObject("id", UUID.class)),
            row.getString("login"),
            row.getString("full_name"),
            row.getString("title"),
            new AgencyCode(row.getString("agency")),
            Stream.of((String[]) row.getArray("duties").getArray())
                    .map(Official.Duty::valueOf)
                    .collect(Collectors.toUnmodifiableSet()),
            Stream.of((String[]) row.getArray("further").getArray())
                    .map(AgencyCode::new)
                    .collect(Collectors.toUnmodifiableSet()));

    private static final RowMapper<Person> PERSON_ROW = (row, n) -> new Person(
            new PersonId(row.getObject("id", UUID.class)),
            row.getString("login"),
            row.getString("full_name"),
            row.getObject("birth_date", LocalDate.class),
            Person.Sex.valueOf(row.getString("sex")),
            row.getString("phone"),
            row.getString("email"),
            row.getInt("level"),
            row.getString("address"),
            Locale.of(row.getString("locale")));

    private final JdbcClient sql;
    private final Keys keys;
    private final InstantSource clock;
    private final Recent<PersonId, Person> citizens = new Recent<>();
    private final Recent<PersonId, Official> officials = new Recent<>();

    People(JdbcClient sql, Keys keys, InstantSource clock) {
        this.sql = sql;
        this.keys = keys;
        keys.secret(PICTURE_KEY);
        this.clock = clock;
    }

    /** Refuses an unknown id with an {@link IllegalStateException}: ids come from our own rows. */
    public Person citizen(PersonId id) {
        return findCitizen(id).orElseThrow(() -> new IllegalStateException("No citizen has the id " + id));
    }

    /** The citizen of an id that came from outside, as in an access token. */
    public Optional<Person> findCitizen(PersonId id) {
        return citizens.get(id, this::readCitizen);
    }

    public Optional<Official> official(PersonId id) {
        return officials.get(id, this::readOfficial);
    }

    /** An official by user name, {@code handler.hanoi}. */
    public Optional<Official> official(String userName) {
        return sql.sql(OFFICIAL + " and a.login = ?")
                .param(userName)
                .query(OFFICIAL_ROW)
                .optional();
    }

    /** The account that signs in with this identity number or user name. */
    public Optional<PersonId> account(String login) {
        return sql.sql("select id from identity.account where login = ? and closed_at is null")
                .param(login)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** All officials of the agency (exactly that one) with the duty, by name. */
    public List<Official> officials(AgencyCode agency, Official.Duty duty) {
        return sql.sql(OFFICIAL + """
                                 and o.id in (select id from identity.official where agency = :agency
                                              union select official from identity.official_agency where agency = :agency)
                                 and exists (select 1 from identity.official_duty d
                                             where d.official = o.id and d.duty = :duty)
                                order by o.full_name, a.login
                                """)
                .param("agency", agency.value())
                .param("duty", duty.name())
                .query(OFFICIAL_ROW)
                .list();
    }

    /** The face picture of the account (JPEG), where there is one. */
    public Optional<byte[]> portrait(PersonId id) {
        return sql.sql("""
                        select sealed from identity.picture
                        where id = (select picture from identity.person where id = ?)
                        """)
                .param(id.value())
                .query(byte[].class)
                .optional()
                .map(bytes -> keys.decrypt(PICTURE_KEY, bytes));
    }

    /** Keeps a face picture (JPEG), encrypted; several people may share one in the sandbox. */
    public UUID keepPicture(byte[] jpeg) {
        var id = UUID.randomUUID();
        sql.sql("insert into identity.picture (id, sealed) values (?, ?)")
                .params(id, keys.encrypt(PICTURE_KEY, jpeg))
                .update();
        return id;
    }

    /**
     * Records that somebody read somebody's data, for the page that shows it to the person concerned (invariant 14).
     *
     * @param purpose a message key, as in {@code dossier.access.processing}
     * @param about what was read, {@code dossier/H26-261116-0001}
     */
    public void recordAccess(PersonId reader, PersonId subject, String purpose, String about) {
        sql.sql("insert into identity.access (subject, reader, purpose, about, at) values (?, ?, ?, ?, ?)")
                .params(
                        subject.value(),
                        reader.value(),
                        purpose,
                        about,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** The names of readers, for the access log: official's name and title, or a citizen's name. */
    java.util.Map<UUID, String> names(Set<UUID> ids) {
        return sql
                .sql("""
                        select id, full_name || ', ' || title || ' (' || agency || ')' as name
                        from identity.official where id = any (:ids)
                        union all
                        select id, full_name from identity.person where id = any (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> java.util.Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
    }

    private Optional<Person> readCitizen(PersonId id) {
        return sql.sql("""
                        select a.id, a.login, p.full_name, p.birth_date, p.sex, a.phone, a.email, p.level, p.address, a.locale
                        from identity.person p join identity.account a on a.id = p.id
                        where p.id = ? and a.closed_at is null
                        """).param(id.value()).query(PERSON_ROW).optional();
    }

    private Optional<Official> readOfficial(PersonId id) {
        return sql.sql(OFFICIAL + " and o.id = ?")
                .param(id.value())
                .query(OFFICIAL_ROW)
                .optional();
    }
}
