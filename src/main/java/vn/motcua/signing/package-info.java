/** Seals papers (PAdES) and says of any paper whether it is ours, whole and in force. */
@ApplicationModule(allowedDependencies = {"shared", "time", "web", "journal", "keys", "files"})
@NullMarked
package vn.motcua.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
