package vn.motcua.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Text;

/**
 * The ministries and provinces that come with the release, read from the script that brings them into a new database, so
 * that there is one list; for checks that need no portal.
 */
public final class ShippedAgencies {

    private static final String TEXT = "'((?:[^']|'')*)'";
    private static final Pattern ROW = Pattern.compile("\\('([GH]\\d{2})', (?:null|'(\\d+)'), "
            + (TEXT + ", ").repeat(6)
            + "'(\\d{4}-\\d{2}-\\d{2})', (?:null|'(\\d{4}-\\d{2}-\\d{2})')\\)");

    private final Map<AgencyCode, Agency> byCode = new LinkedHashMap<>();

    public ShippedAgencies() {
        for (var row = ROW.matcher(script()); row.find(); ) {
            var code = new AgencyCode(row.group(1));
            byCode.put(
                    code,
                    new Agency(
                            code,
                            text(row.group(3), row.group(4)),
                            text(row.group(7), row.group(8)),
                            text(row.group(5), row.group(6)),
                            row.group(2),
                            "",
                            "",
                            LocalDate.parse(row.group(9)),
                            date(row.group(10))));
        }
    }

    public Optional<Agency> find(AgencyCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static Text text(String vi, String en) {
        return new Text(vi.replace("''", "'"), en.replace("''", "'"));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static String script() {
        try (var file = ShippedAgencies.class.getResourceAsStream("/db/migration/agency/V2__insert_agencies.sql")) {
            return new String(java.util.Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
