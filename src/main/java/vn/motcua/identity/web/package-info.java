/** Pages, filters and API of the identity room. */
@NullMarked
package vn.motcua.identity.web;

import org.jspecify.annotations.NullMarked;
