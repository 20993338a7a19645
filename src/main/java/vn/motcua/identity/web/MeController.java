package vn.motcua.identity.web;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Accesses;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.web.Frame;

/** My account, and who read my data. */
@Controller
class MeController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final int PAGE = 20;

    private final Accesses accesses;

    MeController(Accesses accesses) {
        this.accesses = accesses;
    }

    @GetMapping("/me")
    String me(@Signed Person person, Frame frame, Model model) {
        model.addAttribute(
                "page",
                new MePage(
                        person.fullName(),
                        new IdentityNumber(person.identityNumber()).masked(),
                        DAY.format(person.birthDate()),
                        frame.text(person.sex() == Person.Sex.MALE ? "identity.sex.male" : "identity.sex.female"),
                        given(frame, person.phone()),
                        given(frame, person.email()),
                        given(frame, person.address()),
                        person.level() >= 2));
        return "identity/me";
    }

    @GetMapping("/me/accesses")
    String accesses(
            @Signed Person person, @RequestParam(required = false) @Nullable Long cursor, Frame frame, Model model) {
        var found = accesses.of(person.id(), cursor, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute(
                "page",
                new AccessesPage(
                        shown.stream()
                                .map(access -> new AccessesPage.Line(
                                        MOMENT.format(access.at()),
                                        access.reader().isEmpty()
                                                ? frame.text("identity.access.portal")
                                                : access.reader(),
                                        frame.text(access.purpose()),
                                        access.about()))
                                .toList(),
                        found.size() > PAGE ? Long.toString(shown.getLast().id()) : null));
        return "identity/accesses";
    }

    private static String given(Frame frame, @Nullable String value) {
        return value == null || value.isEmpty() ? frame.text("identity.me.none") : value;
    }
}
