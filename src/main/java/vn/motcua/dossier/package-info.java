/** A request on its way: draft, submission, processing, result and delivery. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "time",
            "web",
            "journal",
            "keys",
            "agency",
            "files",
            "signing",
            "form",
            "notification",
            "identity",
            "catalogue",
            "payment"
        })
@NullMarked
package vn.motcua.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
