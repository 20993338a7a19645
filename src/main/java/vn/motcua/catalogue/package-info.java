/** The national catalogue: procedures in versions, the services that agencies offer, search. */
@ApplicationModule(
        allowedDependencies = {"shared", "time", "web", "journal", "agency", "files", "signing", "form", "identity"})
@NullMarked
package vn.motcua.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
