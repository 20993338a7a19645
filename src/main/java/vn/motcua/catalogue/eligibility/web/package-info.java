/** The pages that ask whether a procedure fits. */
@NullMarked
package vn.motcua.catalogue.eligibility.web;

import org.jspecify.annotations.NullMarked;
