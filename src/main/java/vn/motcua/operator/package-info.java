/** The operator's tool behind bin/motcua: backup, restore, messages held by a restore, doctor, verify, imports. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "database",
            "time",
            "web",
            "journal",
            "keys",
            "agency",
            "files",
            "signing",
            "notification",
            "catalogue"
        })
@NullMarked
package vn.motcua.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
