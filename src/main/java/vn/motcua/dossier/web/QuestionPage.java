package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.form.Asked;
import vn.motcua.web.Corrections;

/** One part of questions. */
public record QuestionPage(
        String procedure,
        String title,
        String progress,
        String saved,
        List<Asked.Known> known,
        List<Asked> fields,
        Corrections corrections,
        String action,
        String draft) {}
