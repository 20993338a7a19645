/** What every page and every request has in common: layout, languages, problems, idempotency, limits, the one client for HTTP calls that leave. */
@ApplicationModule(allowedDependencies = {"shared", "time"})
@NullMarked
package vn.motcua.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
