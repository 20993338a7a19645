package vn.motcua.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A unit while files are read: its end and its last name are not known before the last of them. */
final class Draft {

    /** Where it was first named. */
    record Place(CsvTable.Line line, String column) {}

    final Unit.Level level;
    final String code;
    final @Nullable LocalDate from;
    final Place at;
    String name;
    String province;

    @Nullable
    String district;

    @Nullable
    LocalDate to;

    Draft(Unit.Level level, TerritoryFiles.Part part, String province, @Nullable LocalDate from, Place at) {
        this.level = level;
        this.code = part.code();
        this.name = part.name();
        this.province = province;
        this.from = from;
        this.at = at;
    }

    Unit unit() {
        return new Unit(level, code, name, province, district, from, to);
    }
}
