package vn.motcua.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.journey.Chromium.Size;

/** The story of the house: a citizen renews her driving licence, from the search box to a sealed result. */
class RenewLicenceTest {

    private final Town town = Town.shared();

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        Town.shared().assertNoErrors();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void anRenewsHerLicence(Size size) {
        walked("licence", size, true);
    }

    @Test
    void anRenewsHerLicenceWithScriptsOff() {
        walked("licence-no-script", Size.PHONE, false);
    }

    private void walked(String name, Size size, boolean script) {
        try (var walk = new Walk(town, name, size, script);
                var stranger = new Walk(town, name + "-stranger", size, script)) {
            var licence = new Licence(town, walk);
            licence.finds();
            licence.signsIn();
            licence.fillsIn();
            licence.sendsPapers();
            licence.handsIn();
            licence.pays();
            licence.officialsDecide(who -> new Walk(town, name + "-" + who, size, script));
            licence.takesTheResult();
            licence.isFollowedBy(stranger);
            licence.wasToldByPhoneAndMail();
            walk.assertNothingToComplainAbout();
        }
    }
}
