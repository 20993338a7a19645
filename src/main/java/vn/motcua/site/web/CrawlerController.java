package vn.motcua.site.web;

import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.web.PublicAddress;

/** What search engines ask for. */
@RestController
class CrawlerController {

    private final PublicAddress address;

    CrawlerController(PublicAddress address) {
        this.address = address;
    }

    @GetMapping(path = "/robots.txt", produces = "text/plain;charset=UTF-8")
    String robots() {
        return """
                User-agent: *
                Disallow: /work
                Disallow: /admin
                Disallow: /me
                Disallow: /dossiers/
                Disallow: /login
                Sitemap: %s
                """.formatted(address.of("/sitemap.xml"));
    }

    @GetMapping(path = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    String sitemap() {
        return SiteController.PUBLIC.stream()
                .map(path -> "<url><loc>" + address.of(path) + "</loc></url>\n")
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                        "</urlset>\n"));
    }
}
