/** The one clock, and the time that counts in law: sessions, holidays, make-up days, deadlines with an explanation. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.motcua.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
