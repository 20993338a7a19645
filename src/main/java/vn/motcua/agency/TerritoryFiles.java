package vn.motcua.agency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.agency.CsvTable.Line;
import vn.motcua.agency.Unit.Level;

/**
 * The files of a folder in the shape of the statistics office's lists: {@code provinces.csv} (code, name), {@code communes.csv}
 * (code, name, province_code, and where known valid_from and valid_to) of today, and any number of {@code
 * changes-YYYY-MM-DD.csv}, one line for each old commune and successor. Here each line is looked at alone.
 */
record TerritoryFiles(List<Place> provinces, List<Place> communes, TreeMap<LocalDate, List<Change>> changes) {

    private static final int MAX_CHANGE_FILES = 60;
    private static final int MAX_NAME = 100;

    private static final LocalDate EARLIEST = LocalDate.of(1945, 9, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private static final Pattern CHANGES = Pattern.compile("changes-(.*)\\.csv");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N} .'’()-]*");
    private static final Set<String> CHANGE_COLUMNS = Set.of(
            "old_province_code",
            "old_province",
            "old_district_code",
            "old_district",
            "old_commune_code",
            "old_commune",
            "commune_merged",
            "commune_divided",
            "new_province_code",
            "new_province",
            "new_commune_code",
            "new_commune");

    /** A province or commune of today; {@code province} is empty for a province. */
    record Place(
            Line line,
            String code,
            String name,
            String province,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One way of one old unit; a district without communes has none, and communes since July 2025 have no district. */
    record Change(
            Line line,
            Part oldProvince,
            Part oldDistrict,
            Part oldCommune,
            boolean divided,
            Part newProvince,
            Part newCommune) {}

    record Part(String code, String name) {
        boolean isThere() {
            return !code.isEmpty();
        }
    }

    static TerritoryFiles read(Path folder, FileMistakes mistakes) {
        var reader = new Reader(mistakes);
        var dates = Set.of("valid_from", "valid_to");
        var provinces =
                CsvTable.read(folder.resolve("provinces.csv"), Set.of("code", "name"), Set.of(), mistakes).stream()
                        .map(line -> reader.place(line, Level.PROVINCE))
                        .toList();
        var communes =
                CsvTable.read(folder.resolve("communes.csv"), Set.of("code", "name", "province_code"), dates, mistakes)
                        .stream()
                        .map(line -> reader.place(line, Level.COMMUNE))
                        .toList();
        var changes = new TreeMap<LocalDate, List<Change>>();
        reader.changeFiles(folder)
                .forEach((day, file) -> changes.put(
                        day,
                        CsvTable.read(file, CHANGE_COLUMNS, Set.of(), mistakes).stream()
                                .map(reader::change)
                                .toList()));
        mistakes.check();
        return new TerritoryFiles(provinces, communes, changes);
    }

    private record Reader(FileMistakes mistakes) {

        TreeMap<LocalDate, Path> changeFiles(Path folder) {
            var found = new TreeMap<LocalDate, Path>();
            for (var file : list(folder)) {
                var name = CHANGES.matcher(file.getFileName().toString());
                if (!name.matches()) {
                    continue;
                }
                try {
                    var day = LocalDate.parse(name.group(1));
                    if (day.isAfter(EARLIEST) && day.isBefore(LATEST)) {
                        found.put(day, file);
                        continue;
                    }
                    mistakes.add(file.getFileName().toString(), 1, "file", "agency.import.file.date");
                } catch (DateTimeException e) {
                    mistakes.add(file.getFileName().toString(), 1, "file", "agency.import.file.date");
                }
            }
            return found;
        }

        private List<Path> list(Path folder) {
            var files = new ArrayList<Path>();
            try (var found = Files.newDirectoryStream(folder, "changes-*.csv")) {
                found.forEach(files::add);
                if (files.size() > MAX_CHANGE_FILES) {
                    var most = String.valueOf(MAX_CHANGE_FILES);
                    mistakes.add(folder.toString(), 1, "file", "agency.import.file.many", most);
                    return List.of();
                }
            } catch (IOException e) {
                mistakes.add(folder.toString(), 1, "file", "agency.import.file.unreadable");
            }
            return files;
        }

        Place place(Line line, Level level) {
            boolean commune = level == Level.COMMUNE;
            return new Place(
                    line,
                    code(line, "code", level),
                    name(line, "name"),
                    commune ? code(line, "province_code", Level.PROVINCE) : "",
                    day(line, "valid_from"),
                    day(line, "valid_to"));
        }

        Change change(Line line) {
            flag(line, "commune_merged");
            var district = part(line, "old_district", Level.DISTRICT, true);
            return new Change(
                    line,
                    part(line, "old_province", Level.PROVINCE, false),
                    district,
                    part(line, "old_commune", Level.COMMUNE, district.isThere()),
                    flag(line, "commune_divided"),
                    part(line, "new_province", Level.PROVINCE, false),
                    part(line, "new_commune", Level.COMMUNE, false));
        }

        private Part part(Line line, String column, Level level, boolean optional) {
            if (optional
                    && line.get(column).isEmpty()
                    && line.get(column + "_code").isEmpty()) {
                return new Part("", "");
            }
            return new Part(code(line, column + "_code", level), name(line, column));
        }

        private String code(Line line, String column, Level level) {
            var code = line.get(column);
            if (!level.fits(code)) {
                mistakes.add(line, column, "agency.import.code", String.valueOf(level.digits));
            }
            return code;
        }

        private String name(Line line, String column) {
            var name = line.get(column).replaceAll(" {2,}", " ");
            if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
                mistakes.add(line, column, "agency.import.name", String.valueOf(MAX_NAME));
                return name;
            }
            return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        }

        private boolean flag(Line line, String column) {
            var flag = line.get(column).toLowerCase(java.util.Locale.ROOT);
            if (!flag.equals("true") && !flag.equals("false")) {
                mistakes.add(line, column, "agency.import.flag");
            }
            return flag.equals("true");
        }

        private @Nullable LocalDate day(Line line, String column) {
            var day = line.get(column);
            try {
                if (day.isEmpty()) {
                    return null;
                }
                var read = LocalDate.parse(day);
                if (read.isAfter(EARLIEST) && read.isBefore(LATEST)) {
                    return read;
                }
                mistakes.add(line, column, "agency.import.day");
                return null;
            } catch (DateTimeException e) {
                mistakes.add(line, column, "agency.import.day");
                return null;
            }
        }
    }
}
