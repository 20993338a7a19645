/** The way in: credentials, one-time codes, throttles, sessions, registrations. Internal to the identity room. */
@NullMarked
package vn.motcua.identity.door;

import org.jspecify.annotations.NullMarked;
