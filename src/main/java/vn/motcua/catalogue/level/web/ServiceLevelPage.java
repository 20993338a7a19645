package vn.motcua.catalogue.level.web;

import java.util.List;

/**
 * One service's level, its history and what stands between it and level 4.
 *
 * @param share the figures of the 30 % rule in a sentence, or that nobody measured them
 */
public record ServiceLevelPage(
        String name, String home, String level, String digital, String share, List<Past> history) {

    /** @param figures behind the decision; empty where none were given */
    public record Past(String since, String level, String decision, String figures, List<String> criteria) {}
}
