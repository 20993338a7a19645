/** Files that people and the portal keep: checked, scanned, encrypted, found by what they hold. */
@ApplicationModule(allowedDependencies = {"shared", "time", "web", "journal", "keys"})
@NullMarked
package vn.motcua.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
