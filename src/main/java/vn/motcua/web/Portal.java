package vn.motcua.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this portal says about itself on every page; settings {@code motcua.web.*}.
 *
 * @param sandbox whether people and money here are made up; given by the launcher, never in production
 * @param hotline the telephone number that every page offers
 * @param operator the agency that runs the portal, in the header's second line; empty: the portal's own line
 * @param maxUploadBytes the largest request with a file; the files room refuses single files at its own, smaller limit
 */
@ConfigurationProperties(prefix = "motcua.web", ignoreUnknownFields = false)
public record Portal(
        @DefaultValue("false") boolean sandbox,
        @DefaultValue("1800 0000") String hotline,
        @DefaultValue("") String operator,
        @DefaultValue("23068672") long maxUploadBytes) {}
