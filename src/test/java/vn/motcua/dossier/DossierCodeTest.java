package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H26-261116-0412",
                "H15.50.05.13-261008-0975",
                "G09.20-20260609-0092637",
                "000.00.01.G09-190612-0007",
                "H26-261116-10000"
            })
    void everyShapeInUseIsRead(String code) {
        assertThat(new DossierCode(code).value()).isEqualTo(code);
        assertThat(DossierCode.ofStream(new DossierCode(code).stream())).isEqualTo(new DossierCode(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "H26",
                "H26-261116",
                "H26-261116-1",
                "h26-261116-0001",
                "H26-261116-0001 ",
                "H26-261116-0001/../x",
                "H26-261116-0001'; drop table dossier.dossier",
                "X26-261116-0001"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DossierCode(text));
    }
}
