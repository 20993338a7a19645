package vn.motcua.signing.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.signing.Anchors;

/** Trust anchors and public keys, for everybody who wants to verify without asking us. */
@RestController
class WellKnownApi {

    private final Anchors anchors;

    WellKnownApi(Anchors anchors) {
        this.anchors = anchors;
    }

    @GetMapping(
            value = {"/.well-known/motcua", "/.well-known/motcua/"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Anchors.Published> published() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(anchors.published());
    }
}
