package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.web.Corrections;
import vn.motcua.web.Sent;

/** The papers of a draft. */
public record PapersPage(String procedure, List<Slot> slots, Corrections corrections, String next, String draft) {

    /**
     * One paper.
     *
     * @param known where it comes from when it need not be uploaded; empty otherwise
     */
    public record Slot(
            String code,
            String name,
            String why,
            boolean required,
            boolean upload,
            String known,
            List<Sent> sent,
            String action) {}
}
