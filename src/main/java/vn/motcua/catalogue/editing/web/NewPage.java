package vn.motcua.catalogue.editing.web;

import java.util.List;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Link;

/**
 * Begins a decision, with a first draft or without.
 *
 * @param id of the decision to be: the same form sent twice makes one
 * @param procedure the code of the first draft, {@code name} its name where it is known; both may be empty
 * @param open decisions that could carry the draft instead
 */
public record NewPage(
        String who,
        String id,
        List<Choice> agencies,
        String number,
        String signed,
        String title,
        String procedure,
        String name,
        List<Choice> kinds,
        List<Link> open,
        Corrections corrections) {}
