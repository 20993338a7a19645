/** The pages about service levels, for the public and for editors. */
@NullMarked
package vn.motcua.catalogue.level.web;

import org.jspecify.annotations.NullMarked;
