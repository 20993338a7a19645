/** How the outside world is asked: its own HTTP server, strict about what it reads, with refusals as problem+json. */
@NullMarked
package vn.motcua.sandbox.door;

import org.jspecify.annotations.NullMarked;
