/** Forms as data: fields, conditions, validation, layout. */
@ApplicationModule(allowedDependencies = {"shared", "time", "web"})
@NullMarked
package vn.motcua.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
