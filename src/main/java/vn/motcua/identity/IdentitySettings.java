package vn.motcua.identity;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people prove who they are.
 *
 * @param sessionIdle a session ends this long after its last page (OWASP: 15–30 min for services of this weight)
 * @param sessionLongest and at the latest this long after sign-in: one working day with overtime
 * @param codeValid how long a one-time code counts
 * @param codeResend how long to wait before another code can be asked for
 * @param passwordMemoryKib Argon2id memory; 19 MiB with two passes is OWASP's floor and takes about 50 ms of one core
 * @param passwordPasses Argon2id iterations
 * @param tokenCached how long a verified access token is believed without checking its signature again, at most 60 s
 * @param formTargets where a form may lead outside the portal ({@code https://wallet.example}): the payment pages
 * @param https whether browsers reach the portal by TLS; unset means yes, except in the sandbox
 */
@ConfigurationProperties(prefix = "motcua.identity", ignoreUnknownFields = false)
record IdentitySettings(
        @DefaultValue("PT30M") Duration sessionIdle,
        @DefaultValue("PT12H") Duration sessionLongest,
        @DefaultValue("PT5M") Duration codeValid,
        @DefaultValue("PT60S") Duration codeResend,
        @DefaultValue("19456") int passwordMemoryKib,
        @DefaultValue("2") int passwordPasses,
        @DefaultValue("PT60S") Duration tokenCached,
        @DefaultValue List<String> formTargets,
        @Nullable Boolean https) {}
