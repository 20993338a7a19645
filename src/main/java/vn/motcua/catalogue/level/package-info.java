/** The levels of online services: what each gives, who set it, and when it may be raised. Internal to the catalogue room. */
@NullMarked
package vn.motcua.catalogue.level;

import org.jspecify.annotations.NullMarked;
