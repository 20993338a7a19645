package vn.motcua.dossier.web;

import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.dossier.Drafting;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.Submission;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** How the result shall come. */
@Controller
@RequestMapping("/drafts/{id}/delivery")
class DraftDeliveryController {

    private final Drafting drafting;
    private final Drafts drafts;

    DraftDeliveryController(Drafting drafting, Drafts drafts) {
        this.drafting = drafting;
        this.drafts = drafts;
    }

    @GetMapping
    String ask(@Signed Person person, @PathVariable UUID id, Model model, Frame frame) {
        return page(person, id, false, model, frame);
    }

    @PostMapping
    String choose(
            @Signed Person person,
            @PathVariable UUID id,
            @RequestParam(name = "delivery.way", defaultValue = "") String way,
            @RequestParam(name = "delivery.address", defaultValue = "") String address,
            Model model,
            Frame frame) {
        var chosen =
                Arrays.stream(Way.values()).filter(w -> w.name().equals(way)).findFirst();
        if (chosen.isPresent()) {
            drafts.deliver(person.id(), id, new Submission.Delivery(chosen.get(), address.isBlank() ? null : address));
        }
        var opened = drafting.open(person, id);
        boolean right = chosen.isPresent()
                && drafting.mistakes(person, opened).stream()
                        .noneMatch(mistake -> mistake.field().startsWith("delivery"));
        return right ? "redirect:/drafts/" + id : page(person, id, true, model, frame);
    }

    private String page(Person person, UUID id, boolean checked, Model model, Frame frame) {
        var opened = drafting.open(person, id);
        var wish = opened.draft().delivery();
        var choices = opened.offering().deliveries().stream()
                .map(way -> Choice.of(way.name(), frame.text("dossier.way." + way), wish != null && wish.way() == way))
                .toList();
        var corrections = Corrections.none();
        if (checked) {
            var mistakes = drafting.mistakes(person, opened).stream()
                    .filter(mistake -> mistake.field().startsWith("delivery"))
                    .toList();
            corrections = Corrections.of(
                    frame,
                    mistakes.isEmpty()
                            ? Problem.invalid("delivery.way", "dossier.delivery.choose")
                            : Problem.invalid(mistakes));
        }
        var address = wish == null || wish.address() == null ? person.address() : wish.address();
        model.addAttribute(
                "page",
                new DeliveryPage(
                        opened.offering().name().in(frame.locale()),
                        choices,
                        address,
                        corrections,
                        DraftPages.href(opened.draft(), "/delivery"),
                        DraftPages.href(opened.draft(), "")));
        return "dossier/delivery";
    }
}
