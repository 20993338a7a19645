package vn.motcua.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;

/** A small folder of lists, written by the story that needs it: some places in Hà Nội, Quảng Ninh and Phú Thọ. */
public final class TerritoryFolder {

    public static final InstantSource NOVEMBER_2026 = InstantSource.fixed(Instant.parse("2026-11-23T02:00:00Z"));

    static final String CHANGES = "changes-2025-07-01.csv";

    static final String HEADING =
            "old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,commune_merged,"
                    + "commune_divided,new_province_code,new_province,new_commune_code,new_commune";

    private final Path folder;

    private TerritoryFolder(Path folder) {
        this.folder = folder;
    }

    /** Merged, divided, renamed, unchanged, the same name twice, an island district without communes. */
    public static TerritoryFolder in(Path folder) {
        return new TerritoryFolder(folder)
                .write(
                        "provinces.csv",
                        "code,name",
                        "01,Thành phố Hà Nội",
                        "22,Tỉnh Quảng Ninh",
                        "25,Tỉnh Phú Thọ",
                        "31,Thành phố Hải Phòng",
                        "79,Thành phố Hồ Chí Minh",
                        "46,Thành phố Huế")
                .write(
                        "communes.csv",
                        "code,name,province_code",
                        "00004,Phường Ba Đình,01",
                        "00097,Phường Hồng Hà,01",
                        "00008,Phường Ngọc Hà,01",
                        "06862,Xã Tiên Yên,22",
                        "06978,Xã Ba Chẽ,22",
                        "07000,Xã Hoà Bình,25",
                        "04792,Phường Hòa Bình,25",
                        "11948,Đặc khu Bạch Long Vĩ,31",
                        "26740,Phường Sài Gòn,79",
                        "27043,Phường Bến Thành,79",
                        "19900,Phường Mỹ Thượng,46")
                .write(
                        CHANGES,
                        HEADING,
                        "01,Thành phố Hà Nội,001,Quận Ba Đình,00001,Phường Phúc Xá,True,False,01,Thành phố Hà Nội,00097,Phường Hồng Hà",
                        "01,Thành phố Hà Nội,001,Quận Ba Đình,00004,Phường Trúc Bạch,True,False,01,Thành phố Hà Nội,00004,Phường Ba Đình",
                        "01,Thành phố Hà Nội,001,Quận Ba Đình,00019,Phường Điện Biên,True,True,01,Thành phố Hà Nội,00004,Phường Ba Đình",
                        "01,Thành phố Hà Nội,001,Quận Ba Đình,00019,Phường Điện Biên,True,True,01,Thành phố Hà Nội,00008,Phường Ngọc Hà",
                        "22,Tỉnh Quảng Ninh,199,Huyện Tiên Yên,06862,Thị trấn Tiên Yên,True,False,22,Tỉnh Quảng Ninh,06862,Xã Tiên Yên",
                        "22,Tỉnh Quảng Ninh,199,Huyện Tiên Yên,06886,Xã Hải Lạng,True,True,22,Tỉnh Quảng Ninh,06862,Xã Tiên Yên",
                        "22,Tỉnh Quảng Ninh,199,Huyện Tiên Yên,06886,Xã Hải Lạng,True,True,22,Tỉnh Quảng Ninh,06970,Xã Ba Chẽ",
                        "22,Tỉnh Quảng Ninh,202,Huyện Ba Chẽ,06970,Thị trấn Ba Chẽ,True,False,22,Tỉnh Quảng Ninh,06970,Xã Ba Chẽ",
                        "17,Tỉnh Hòa Bình,148,Thành phố Hòa Bình,04792,Phường Tân Hòa,True,False,25,Tỉnh Phú Thọ,04792,Phường Hòa Bình",
                        "25,Tỉnh Phú Thọ,231,Huyện Thanh Ba,07000,Xã Minh Quán,True,False,25,Tỉnh Phú Thọ,07000,Xã Hòa Bình",
                        "25,Tỉnh Phú Thọ,231,Huyện Thanh Ba,07001,Xã Minh Quân,True,False,25,Tỉnh Phú Thọ,04792,Phường Hòa Bình",
                        "31,Thành phố Hải Phòng,318,Huyện Bạch Long Vĩ,,,True,False,31,Thành phố Hải Phòng,11948,Đặc khu Bạch Long Vĩ",
                        "79,Thành phố Hồ Chí Minh,760,Quận 1,26740,Phường Bến Nghé,True,False,79,Thành phố Hồ Chí Minh,26740,Phường Sài Gòn",
                        "79,Thành phố Hồ Chí Minh,760,Quận 1,26743,Phường 5,True,False,79,Thành phố Hồ Chí Minh,27043,Phường Bến Thành",
                        "46,Thành phố Huế,478,Huyện Phú Vang,19930,Xã Phú Mỹ,True,False,46,Thành phố Huế,19900,Phường Mỹ Thượng");
    }

    TerritoryFolder write(String file, String... lines) {
        return bytes(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    TerritoryFolder bytes(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TerritoryFolder replace(String file, String from, String to) {
        var text = text(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        return bytes(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    TerritoryFolder add(String file, String... lines) {
        var all = new ArrayList<>(List.of(text(file).strip().split("\n")));
        all.addAll(List.of(lines));
        return write(file, all.toArray(String[]::new));
    }

    Path path() {
        return folder;
    }

    ImportTerritory.Outcome importInto(TestDatabase.Fresh database) {
        return importer(database).run(folder, false);
    }

    public ImportTerritory.Outcome importInto(javax.sql.DataSource source) {
        return importer(source).run(folder, false);
    }

    static ImportTerritory importer(TestDatabase.Fresh database) {
        return importer(database.app());
    }

    private static ImportTerritory importer(javax.sql.DataSource source) {
        return new ImportTerritory(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                NOVEMBER_2026,
                _ -> {});
    }
}
