package vn.motcua.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.motcua.shared.Problem;

/** Where the door sends a form that does not carry our mark; it can be reached in no other way that does anything. */
@Controller
class StaleFormController {

    static final String PATH = "/login/stale-form";

    @RequestMapping(PATH)
    String refuse() {
        throw Problem.of(Problem.Kind.FORBIDDEN, "identity.form.stale");
    }
}
