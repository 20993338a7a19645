/** How things got where they are: events, appended with the change they tell of, and read by durable readers. */
@ApplicationModule(allowedDependencies = {"shared", "time"})
@NullMarked
package vn.motcua.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
