package vn.motcua.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.signing.Seals;
import vn.motcua.signing.Verdict;
import vn.motcua.web.Formats;
import vn.motcua.web.Limits;

/** Checks papers for programs: a PDF as the part {@code file}, or a token as a field or in JSON. */
@RestController
@RequestMapping("/api/v1/verifications")
class VerificationsApi {

    record Asked(@Nullable String token) {}

    record Said(
            boolean ours,
            boolean whole,
            boolean inForce,
            @Nullable String kind,
            @Nullable String issuer,
            @Nullable OffsetDateTime issuedAt) {}

    private final Seals seals;
    private final Limits limits;

    VerificationsApi(Seals seals, Limits limits) {
        this.seals = seals;
        this.limits = limits;
    }

    @PostMapping(consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    Said form(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String token,
            HttpServletRequest request) {
        Throttle.take(limits, request);
        return said(new Shown(file, token).check(seals));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Said json(@RequestBody Asked asked, HttpServletRequest request) {
        Throttle.take(limits, request);
        return said(new Shown(null, asked.token()).check(seals));
    }

    private static Said said(Verdict verdict) {
        return new Said(
                verdict.ours(),
                verdict.whole(),
                Boolean.TRUE.equals(verdict.inForce()),
                verdict.kind() == null ? null : verdict.kind().name(),
                verdict.issuer(),
                verdict.issuedAt() == null ? null : Formats.here(verdict.issuedAt()));
    }
}
