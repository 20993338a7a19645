package vn.motcua.sandbox.portal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.motcua.identity.SandboxKey;
import vn.motcua.keys.Keys;

/** Brings the key that signs the sandbox's tokens; a production start has no class that would ask for it. */
@Configuration(proxyBeanMethods = false)
class SandboxIdentity {

    @Bean
    SandboxKey sandboxKey(Keys keys) {
        return new SandboxKey(() -> keys.pair("sandbox.token"));
    }
}
