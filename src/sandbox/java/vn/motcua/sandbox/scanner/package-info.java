/** The virus scanner, as clamd speaks. */
@NullMarked
package vn.motcua.sandbox.scanner;

import org.jspecify.annotations.NullMarked;
