/** Questions of the public about procedures: asked, answered, checked by a second person, published, found again. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "time",
            "web",
            "journal",
            "keys",
            "agency",
            "notification",
            "identity",
            "catalogue",
            "catalogue::search"
        })
@NullMarked
package vn.motcua.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
