/** The pages of the back office. */
@NullMarked
package vn.motcua.catalogue.editing.web;

import org.jspecify.annotations.NullMarked;
