package vn.motcua.dossier.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.catalogue.Offerings;
import vn.motcua.dossier.Known;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ServiceId;
import vn.motcua.web.Messages;

/** What the portal already knows of the answers and papers that a service asks for. */
@RestController
class PrefillApi {

    record FieldJson(String name, String value, String source, LocalDate date, boolean fixed) {}

    record PaperJson(String component, String source, LocalDate date) {}

    record KnownJson(List<FieldJson> fields, List<PaperJson> papers) {}

    private final Known.Finder known;
    private final Offerings offerings;
    private final Messages messages;

    PrefillApi(Known.Finder known, Offerings offerings, Messages messages) {
        this.known = known;
        this.offerings = offerings;
        this.messages = messages;
    }

    @GetMapping("/api/v1/me/prefill")
    KnownJson prefill(@Signed Person person, @RequestParam(required = false) @Nullable String service, Locale locale) {
        var found = known.of(person, offerings.find(id(service)).orElseThrow(() -> unknown(service)));
        var source = messages.text(locale, "dossier.known.account");
        return new KnownJson(
                found.fields().stream()
                        .map(field -> new FieldJson(field.name(), field.value(), source, found.asOf(), field.fixed()))
                        .toList(),
                found.papers().stream()
                        .map(component -> new PaperJson(component, source, found.asOf()))
                        .toList());
    }

    private static ServiceId id(@Nullable String service) {
        try {
            return ServiceId.parse(String.valueOf(service));
        } catch (IllegalArgumentException e) {
            throw unknown(service);
        }
    }

    private static Problem unknown(@Nullable String service) {
        return Problem.invalid("service", "dossier.submission.service", String.valueOf(service));
    }
}
