package vn.motcua.catalogue.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.motcua.catalogue.ServiceFormat;
import vn.motcua.shared.Text;

/** What each level gives and what level 4 asks for: {@code catalogue/level-criteria.yaml}, a part of the program. */
public record Criteria(List<Gives> gives, List<Criterion> criteria) {

    public enum Given {
        YES,
        NO,
        SOME
    }

    /** @param at by level, {@code 1} to {@code 4}, and by {@code PARTIAL} and {@code FULL} */
    public record Gives(Text what, Map<String, Given> at) {}

    /** @param basis the number of the legal text */
    public record Criterion(String code, Text text, String basis) {}

    /** The columns of a comparison, in order. */
    public static final List<String> COLUMNS = List.of("1", "2", "3", "4", "PARTIAL", "FULL");

    public Criteria {
        gives = List.copyOf(gives);
        criteria = List.copyOf(criteria);
        for (var row : gives) {
            if (!row.at().keySet().containsAll(COLUMNS)) {
                throw new IllegalArgumentException("A level is missing: " + row);
            }
        }
    }

    public static final Criteria SHIPPED = read();

    private static Criteria read() {
        try (var in = Objects.requireNonNull(Criteria.class.getResourceAsStream("/catalogue/level-criteria.yaml"))) {
            return ServiceFormat.JSON.treeToValue(ServiceFormat.YAML.readTree(in), Criteria.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> codes() {
        return criteria.stream().map(Criterion::code).toList();
    }
}
