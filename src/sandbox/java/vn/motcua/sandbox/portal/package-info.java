/** The part of the sandbox that runs inside the portal: present only where the sandbox's jar is on the class path. */
@NullMarked
package vn.motcua.sandbox.portal;

import org.jspecify.annotations.NullMarked;
