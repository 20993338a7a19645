package vn.motcua.catalogue.blank;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Messages;

/** Blank forms of what is served here, drawn from the form's definition when somebody asks. */
@Component
public class PaperForms {

    private final Offerings offerings;
    private final Messages messages;

    PaperForms(Offerings offerings, Messages messages) {
        this.offerings = offerings;
        this.messages = messages;
    }

    public boolean has(ProcedureCode code) {
        return offerings.isOffered(code);
    }

    /** Refuses a procedure that nobody serves here: it has no form of ours. */
    public byte[] pdf(ProcedureCode code, Locale locale) {
        Offering offering =
                offerings.of(code).stream().findFirst().orElseThrow(() -> Problem.notFound("catalogue.forms.none"));
        return PaperForm.pdf(offering, locale, messages);
    }
}
