/** Search over the catalogue: what was typed, what was meant, what fits. */
@NamedInterface("search")
@NullMarked
package vn.motcua.catalogue.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
