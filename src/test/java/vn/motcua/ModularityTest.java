package vn.motcua;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every dependency between rooms is one that its {@code package-info.java} allows. */
class ModularityTest {

    @Test
    void roomsKeepToTheirBoundaries() {
        ApplicationModules.of(Motcua.class).verify();
    }
}
