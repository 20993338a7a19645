package vn.motcua.catalogue.editing.web;

import java.util.List;
import vn.motcua.web.Corrections;
import vn.motcua.web.Link;

/**
 * The everyday words.
 *
 * @param q what the list is narrowed to; {@code count} how many there are in all
 * @param tried what was tried; {@code understood} how search read it, {@code found} what it finds
 */
public record WordsPage(
        String who,
        String q,
        int count,
        List<Word> words,
        String said,
        String official,
        String tried,
        String understood,
        List<Link> found,
        Corrections corrections) {

    /**
     * @param state shipped, added, changed or taken out, in words; {@code kind} of its tag
     * @param seen the version that a change must name
     * @param active whether it can be taken out; otherwise it can be put back
     */
    public record Word(String said, String official, String state, String kind, int seen, boolean active) {}
}
