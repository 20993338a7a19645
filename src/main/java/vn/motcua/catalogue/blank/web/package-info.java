/** The pages where blank forms are found and given. */
@NullMarked
package vn.motcua.catalogue.blank.web;

import org.jspecify.annotations.NullMarked;
