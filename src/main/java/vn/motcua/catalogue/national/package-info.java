/** Reads the records of the national database of procedures, with all that is unsure in them, and publishes them. */
@NullMarked
package vn.motcua.catalogue.national;

import org.jspecify.annotations.NullMarked;
