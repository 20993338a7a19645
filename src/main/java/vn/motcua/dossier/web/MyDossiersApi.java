package vn.motcua.dossier.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Submissions;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.web.Idempotency;

/** An applicant's dossiers (scope {@code me}). */
@RestController
@RequestMapping("/api/v1/me/dossiers")
class MyDossiersApi {

    record NewDossier(
            String service,
            String case_,
            Map<String, Object> answers,
            @Nullable List<Paper> papers,
            @Nullable Delivery delivery,
            @Nullable String onBehalfOf) {
        NewDossier(
                @com.fasterxml.jackson.annotation.JsonProperty("service") String service,
                @com.fasterxml.jackson.annotation.JsonProperty("case") String case_,
                @com.fasterxml.jackson.annotation.JsonProperty("answers") Map<String, Object> answers,
                @com.fasterxml.jackson.annotation.JsonProperty("papers") @Nullable List<Paper> papers,
                @com.fasterxml.jackson.annotation.JsonProperty("delivery") @Nullable Delivery delivery,
                @com.fasterxml.jackson.annotation.JsonProperty("onBehalfOf") @Nullable String onBehalfOf) {
            this.service = service;
            this.case_ = case_;
            this.answers = answers;
            this.papers = papers;
            this.delivery = delivery;
            this.onBehalfOf = onBehalfOf;
        }
    }

    record Paper(
            @Nullable String component,
            @Nullable String file,
            @Nullable String vaultItem) {}

    record Delivery(@Nullable Way way, @Nullable String address) {}

    private final MyDossiers mine;
    private final Submissions submissions;
    private final Idempotency idempotency;
    private final DossierJson shapes;
    private final Answering answering;

    MyDossiersApi(
            MyDossiers mine,
            Submissions submissions,
            Idempotency idempotency,
            DossierJson shapes,
            Answering answering) {
        this.mine = mine;
        this.submissions = submissions;
        this.idempotency = idempotency;
        this.shapes = shapes;
        this.answering = answering;
    }

    @PostMapping
    ResponseEntity<String> submit(
            @Signed Person person, Idempotency.Token token, @RequestBody NewDossier body, Locale locale) {
        return Answering.response(idempotency.once(
                token,
                () -> submissions.prepare(person, mine.submission(body)),
                prepared -> answering.with(201, shapes.submitted(submissions.submit(prepared, token.key()), locale))));
    }

    @GetMapping
    MyDossiers.PageJson list(
            @Signed Person person,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        return mine.page(person, limit, cursor, locale);
    }

    @GetMapping("/{code}")
    DossierJson.WholeJson read(@Signed Person person, @PathVariable String code, Locale locale) {
        return mine.whole(person, Codes.parse(code), locale);
    }

    @GetMapping("/{code}/documents/{document}")
    ResponseEntity<byte[]> document(@Signed Person person, @PathVariable String code, @PathVariable String document) {
        DossierCode dossier = Codes.parse(code);
        return Pdf.response(dossier, document, Objects.requireNonNull(mine.document(person, dossier, document)));
    }
}
