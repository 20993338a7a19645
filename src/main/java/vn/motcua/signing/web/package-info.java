/** The page and the API on which anybody checks a paper. */
@NullMarked
package vn.motcua.signing.web;

import org.jspecify.annotations.NullMarked;
