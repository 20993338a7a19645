package vn.motcua.catalogue.level.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;

/**
 * Where an editor enters the decision that sets a service's level.
 *
 * @param form null until a procedure is chosen
 */
public record LevelDeskPage(
        String who,
        String code,
        Corrections corrections,
        @Nullable Form form) {

    /** @param typed what was typed, by field */
    public record Form(
            String name,
            String now,
            String decision,
            List<Choice> levels,
            List<Choice> digitals,
            List<Tick> criteria,
            Map<String, String> typed) {

        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    public record Tick(String code, String text, boolean ticked) {}
}
