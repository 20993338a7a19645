package vn.motcua.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.motcua.shared.Problem;

/** Gives the shared files, compressed where the browser takes that. */
@Controller
class AssetController {

    @GetMapping("/assets/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        var asset = Assets.at(name);
        if (asset == null) {
            throw Problem.notFound("web.problem.not-found.detail");
        }
        var answer = ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, asset.type())
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        var compressed = asset.compressed();
        if (compressed == null) {
            return answer.body(asset.content());
        }
        answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(compressed)
                : answer.body(asset.content());
    }
}
