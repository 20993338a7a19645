package vn.motcua.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Text;

/** All agencies, in force or ended. Few (hundreds), so kept in memory and read anew when they change. */
@Repository
public class Agencies {

    private final JdbcClient sql;
    private volatile @Nullable Map<AgencyCode, Agency> byCode;

    public Agencies(JdbcClient sql) {
        this.sql = sql;
    }

    /** Also an agency that has ended: old dossiers name it. */
    public Optional<Agency> find(AgencyCode code) {
        return Optional.ofNullable(agencies().get(code));
    }

    /** All there are and were, sorted as Vietnamese people sort. */
    public List<Agency> all() {
        return List.copyOf(agencies().values());
    }

    /** The 34 provinces' level-1 agencies that still exist, sorted as Vietnamese people sort. */
    public List<Agency> provinces() {
        return agencies().values().stream()
                .filter(Agency::isProvince)
                .filter(agency -> agency.validTo() == null)
                .toList();
    }

    /** The ministries and other agencies of the first level that are not provinces, in the order of their codes, ended ones too. */
    public List<Agency> ministries() {
        return agencies().values().stream()
                .filter(agency -> agency.level() == 1 && !agency.isProvince())
                .sorted(Comparator.comparing(agency -> agency.code().value()))
                .toList();
    }

    /** The nearest agency above it, by its code; none for one of the first level. */
    public Optional<Agency> parent(AgencyCode code) {
        var above = code.value();
        for (int dot = above.lastIndexOf('.'); dot > 0; dot = above.lastIndexOf('.')) {
            above = above.substring(0, dot);
            var parent = find(new AgencyCode(above));
            if (parent.isPresent()) {
                return parent;
            }
        }
        return Optional.empty();
    }

    /** The agencies right below it, in the order of their codes, ended ones too. */
    public List<Agency> children(AgencyCode code) {
        return agencies().values().stream()
                .filter(agency -> parent(agency.code())
                        .filter(parent -> parent.code().equals(code))
                        .isPresent())
                .sorted(Comparator.comparing(agency -> agency.code().value()))
                .toList();
    }

    /** Who took over from an agency that ended, and since when; empty while it exists. */
    public List<Successor> successors(AgencyCode code) {
        return sql.sql("select successor, since from agency.successor where agency = ? order by since, successor")
                .param(code.value())
                .query((row, _) -> new Successor(
                        Objects.requireNonNull(agencies().get(new AgencyCode(row.getString("successor")))),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    public record Successor(Agency agency, LocalDate since) {}

    /** Forgets what was read; the next question reads the table again. */
    public void changed() {
        byCode = null;
    }

    private Map<AgencyCode, Agency> agencies() {
        var known = byCode;
        if (known == null) {
            known = read();
            byCode = known;
        }
        return known;
    }

    private Map<AgencyCode, Agency> read() {
        var read = new LinkedHashMap<AgencyCode, Agency>();
        sql.sql("""
                        select code, name_vi, name_en, unit_vi, unit_en, place_vi, place_en, gso_code, address, phone, valid_from,
                               valid_to
                        from agency.agency
                        order by regexp_replace(place_vi, '^(tỉnh|thành phố) ', '', 'i') collate "vi-x-icu", code
                        """).query((row, number) -> agency(row)).list().forEach(agency -> read.put(agency.code(), agency));
        return read;
    }

    private static Agency agency(ResultSet row) throws SQLException {
        return new Agency(
                new AgencyCode(row.getString("code")),
                new Text(row.getString("name_vi"), row.getString("name_en")),
                new Text(row.getString("unit_vi"), row.getString("unit_en")),
                new Text(row.getString("place_vi"), row.getString("place_en")),
                row.getString("gso_code"),
                row.getString("address"),
                row.getString("phone"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}
