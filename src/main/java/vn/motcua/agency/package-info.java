/** Agencies and territory: who serves, where, since when. An import of the territory is told in the journal. */
@ApplicationModule(allowedDependencies = {"shared", "time", "web", "journal"})
@NullMarked
package vn.motcua.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
