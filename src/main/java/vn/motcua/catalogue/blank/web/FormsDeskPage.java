package vn.motcua.catalogue.blank.web;

import java.util.List;
import vn.motcua.web.Corrections;
import vn.motcua.web.Sent;

/**
 * Where an editor gives the blank forms of a procedure.
 *
 * @param name of the procedure; empty until one is chosen
 */
public record FormsDeskPage(String who, String code, String name, List<Slot> slots, Corrections corrections) {

    /** @param field of its file input, the place of the form in the record: {@code file-0} */
    public record Slot(String name, String field, String action, List<Sent> sent) {}
}
