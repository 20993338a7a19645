/** How a person is reached: messages, their channels and what became of them. */
@ApplicationModule(allowedDependencies = {"shared", "time", "web", "journal", "keys"})
@NullMarked
package vn.motcua.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
