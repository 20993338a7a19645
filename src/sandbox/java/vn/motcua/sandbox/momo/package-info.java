/** The wallet: MoMo's payment protocol version 2, its payment page, its notices and its books. */
@NullMarked
package vn.motcua.sandbox.momo;

import org.jspecify.annotations.NullMarked;
