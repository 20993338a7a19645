/** The front of the house: home, help, legal pages, documentation for developers. */
@ApplicationModule(allowedDependencies = {"shared", "time", "web", "agency", "catalogue", "dossier", "identity"})
@NullMarked
package vn.motcua.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
