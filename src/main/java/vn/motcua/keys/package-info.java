/** Secret keys: rows wrapped by a master key that is never in the database nor in a backup. */
@ApplicationModule(allowedDependencies = {"shared", "time"})
@NullMarked
package vn.motcua.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
