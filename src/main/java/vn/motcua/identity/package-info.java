/** Who somebody is and what they may do: persons, officials and duties, credentials, sessions, tokens. */
@ApplicationModule(
        allowedDependencies = {"shared", "time", "web", "journal", "keys", "agency", "files", "notification"})
@NullMarked
package vn.motcua.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
