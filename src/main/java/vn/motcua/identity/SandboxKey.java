package vn.motcua.identity;

import java.security.KeyPair;
import java.util.function.Supplier;

/**
 * The key that signs the sandbox's tokens, read on first use. A bean of this type exists only where the sandbox's jar is
 * on the class path; with it the portal believes such tokens and lets the one test person without second factor sign in. A
 * production start has none, so neither is possible there.
 */
public record SandboxKey(Supplier<KeyPair> pair) {}
