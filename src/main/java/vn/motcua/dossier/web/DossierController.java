package vn.motcua.dossier.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.web.Frame;

/** An applicant's dossiers: the list, the receipt, where each stands, and its papers. */
@Controller
@RequestMapping("/dossiers")
class DossierController {

    private final DossierPages pages;
    private final MyDossiers mine;

    DossierController(DossierPages pages, MyDossiers mine) {
        this.pages = pages;
        this.mine = mine;
    }

    @GetMapping
    String list(
            @Signed Person person, @RequestParam(required = false) @Nullable String cursor, Model model, Frame frame) {
        model.addAttribute("page", pages.mine(person, cursor, frame));
        return "dossier/mine";
    }

    @GetMapping("/{code}")
    String follow(@Signed Person person, @PathVariable String code, Model model, Frame frame) {
        model.addAttribute("page", pages.tracking(person, Codes.parse(code), frame));
        return "dossier/tracking";
    }

    @GetMapping("/{code}/receipt")
    String receipt(@Signed Person person, @PathVariable String code, Model model, Frame frame) {
        model.addAttribute("page", pages.receipt(person, Codes.parse(code), frame));
        return "dossier/receipt";
    }

    @GetMapping("/{code}/documents/{document}")
    ResponseEntity<byte[]> document(@Signed Person person, @PathVariable String code, @PathVariable String document) {
        var dossier = Codes.parse(code);
        return Pdf.response(dossier, document, mine.document(person, dossier, document));
    }
}
