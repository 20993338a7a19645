package vn.motcua.agency.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.agency.OldAddress;
import vn.motcua.agency.Territory;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** An old address in, the address of today out. */
@Controller
class AddressController {

    private final Territory territory;
    private final AddressAnswers answers;

    AddressController(Territory territory) {
        this.territory = territory;
        this.answers = new AddressAnswers(territory);
    }

    @GetMapping("/addresses")
    String address(
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String district,
            @RequestParam(defaultValue = "") String commune,
            Frame frame,
            HttpServletResponse response,
            Model model) {
        var corrections = Corrections.none();
        AddressesPage.Answer answer = null;
        if (!(province + district + commune).isBlank()) {
            try {
                var asked = new OldAddress(province, district, commune);
                answer = answers.of(asked, territory.resolve(asked), frame);
            } catch (Problem problem) {
                response.setStatus(problem.kind().status);
                corrections = Corrections.of(frame, problem);
            }
        }
        model.addAttribute(
                "page", new AddressesPage(corrections, shown(province), shown(district), shown(commune), answer));
        return "agency/addresses";
    }

    private static String shown(String typed) {
        return typed.length() <= OldAddress.MAX_LENGTH ? typed : typed.substring(0, OldAddress.MAX_LENGTH);
    }
}
