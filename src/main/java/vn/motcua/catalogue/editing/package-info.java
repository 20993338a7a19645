/** The back office of the catalogue: decisions that carry drafts of procedures, checked, approved and published together. */
@NullMarked
package vn.motcua.catalogue.editing;

import org.jspecify.annotations.NullMarked;
