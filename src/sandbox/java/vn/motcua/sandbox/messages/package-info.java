/** Messages that reached phones and mail boxes, and those that come in from there. */
@NullMarked
package vn.motcua.sandbox.messages;

import org.jspecify.annotations.NullMarked;
