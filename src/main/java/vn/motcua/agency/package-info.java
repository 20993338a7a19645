/** Agencies and territory: who serves, where, since when. */
@ApplicationModule(allowedDependencies = {"shared", "time", "web"})
@NullMarked
package vn.motcua.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
