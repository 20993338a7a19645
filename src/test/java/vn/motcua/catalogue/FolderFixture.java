package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The two services in a folder of their own, to be changed and checked. */
record FolderFixture(Path services) {

    static final String LICENCE = "3.000347";
    static final String PROMOTION = "2.000004";

    static FolderFixture in(Path services) {
        try {
            TwoServices.copyTo(services);
            return new FolderFixture(services);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FolderFixture change(String file, String from, String to) {
        try {
            var path = services.resolve(file);
            var text = Files.readString(path);
            assertThat(text).contains(from);
            Files.writeString(path, text.replace(from, to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FolderFixture write(String file, String text) {
        try {
            Files.createDirectories(services.resolve(file).getParent());
            Files.writeString(services.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(services.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Remark> remarks(String folder) {
        return FolderCheck.withoutPortal(services).remarks(services.resolve(folder));
    }

    List<String> mistakes(String folder) {
        return remarks(folder).stream()
                .filter(Remark::isMistake)
                .map(Remark::toString)
                .toList();
    }

    List<String> warnings(String folder) {
        return remarks(folder).stream()
                .filter(remark -> !remark.isMistake())
                .map(Remark::toString)
                .toList();
    }
}
