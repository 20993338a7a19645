package vn.motcua;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** The parts of the house style that a machine can see. The rest is in STYLE.md. */
class HouseStyleTest {

    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/gg/jte/"))
            .importPackages("vn.motcua");

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Service|Impl|Dto|DTO|Manager|Helper|Utils?|Mapper)$")
                .because("a type is named for what it is in the domain")
                .check(CODE.that(
                        new com.tngtech.archunit.base.DescribedPredicate<>("are not the domain's own Service") {
                            @Override
                            public boolean test(com.tngtech.archunit.core.domain.JavaClass type) {
                                return !type.getSimpleName().equals("Service"); // the field's term, as a whole name
                            }
                        }));
    }

    @Test
    void controllersArePackagePrivateAndLiveInWeb() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAnyPackage("vn.motcua", "..web", "..web.api", "..sandbox.portal")
                .check(CODE);
    }

    @Test
    void dependenciesComeThroughTheConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
    }

    @Test
    void noRoomKnowsTheSandbox() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.motcua.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("vn.motcua.sandbox..")
                .check(CODE);
    }

    @Test
    void noRoomReadsAnothersTables() throws IOException {
        var rooms =
                "time|web|journal|keys|agency|files|signing|notification|identity|catalogue|payment|dossier|question";
        var table = Pattern.compile("\\b(?:from|into|update|join|table)\\s+(" + rooms + ")\\.[a-z_]+");
        var root = Path.of("src/main/java/vn/motcua");
        try (Stream<Path> sources = Files.walk(root)) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                var room = root.relativize(source).getName(0).toString();
                if (room.equals("operator") || room.equals("database")) {
                    continue; // backup and doctor look at everything, by design
                }
                var found = table.matcher(Files.readString(source));
                while (found.find()) {
                    assertThat(found.group(1)).as(source + ": " + found.group()).isEqualTo(room);
                }
            }
        }
    }
}
