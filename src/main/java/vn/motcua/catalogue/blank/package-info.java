/** Blank forms: made from a form's definition, or given by editors. Internal to the catalogue room. */
@NullMarked
package vn.motcua.catalogue.blank;

import org.jspecify.annotations.NullMarked;
