/** The database and how it is started, guarded and migrated. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package vn.motcua.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
