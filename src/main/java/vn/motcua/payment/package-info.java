/** Money owed and paid: obligations, attempts, receipts; gateways as adapters. */
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
            "notification",
            "identity"
        })
@NullMarked
package vn.motcua.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
