/**
 * The outside world for development and tests: wallet, SMS centre, mail, virus scanner. A process of its own that speaks
 * their real protocols, built apart from the portal's adapters; no room may import it.
 */
@ApplicationModule(allowedDependencies = {"shared", "time", "identity", "web", "keys"})
@NullMarked
package vn.motcua.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
