package vn.motcua.catalogue;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the catalogue.
 *
 * @param services the folder with one folder per service, seen from where the portal is started
 */
@ConfigurationProperties(prefix = "motcua.catalogue", ignoreUnknownFields = false)
public record CatalogueSettings(@DefaultValue("services") Path services) {}
