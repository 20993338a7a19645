package vn.motcua.web;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.util.unit.DataSize;

/** What the server does for every answer and refuses of every request. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:web.properties")
class ServerSettings {

    /** Smaller answers fit into one packet anyway. */
    private static final DataSize COMPRESSED_FROM = DataSize.ofBytes(1_400);

    /** Parts of an upload are kept in memory up to this size, on disk beyond it. */
    private static final int IN_MEMORY_BYTES = 65_536;

    /** A form of ours has no more fields than this. */
    private static final int MAX_PARAMETERS = 500;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webServer(Portal portal) {
        return factory -> {
            var compression = new Compression();
            compression.setEnabled(true);
            compression.setMinResponseSize(COMPRESSED_FROM);
            compression.setMimeTypes(new String[] {
                "text/html", "application/json", "application/problem+json", "text/plain", "application/xml"
            });
            factory.setCompression(compression);
            factory.addConnectorCustomizers(connector -> {
                connector.setMaxParameterCount(MAX_PARAMETERS);
                // Reads an oversize upload to its end, so that the refusal reaches the sender instead of a broken
                // connection.
                connector.setProperty("maxSwallowSize", Long.toString(2 * portal.maxUploadBytes()));
            });
        };
    }

    @Bean
    MultipartConfigElement multipartConfigElement(Portal portal) {
        return new MultipartConfigElement(
                "", portal.maxUploadBytes(), portal.maxUploadBytes() + IN_MEMORY_BYTES, IN_MEMORY_BYTES);
    }
}
