package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.catalogue.Offering;
import vn.motcua.files.FileId;
import vn.motcua.keys.Keys;

/** What applicants handed in, and the secret with which each dossier can be followed. */
@Repository
class Contents {

    private static final String KEY = "dossier.secret";

    private final JdbcClient sql;
    private final Keys keys;

    Contents(JdbcClient sql, Keys keys) {
        this.sql = sql;
        this.keys = keys;
        keys.secret(KEY);
    }

    /**
     * Writes a new dossier and all that came with it, in one statement. A {@link DuplicateKeyException} means that the same
     * draft was handed in already.
     */
    void add(Dossier dossier, UUID draft, Content content, String secret) {
        var components = new ArrayList<String>();
        var files = new ArrayList<@Nullable String>();
        var sources = new ArrayList<String>();
        for (var paper : content.papers()) {
            components.add(paper.component());
            files.add(paper.file() == null ? null : paper.file().toString());
            sources.add(paper.source().name());
        }
        sql.sql("""
                with handed_in as (
                    insert into dossier.dossier (code, version, agency, service, service_version, case_code, applicant,
                        on_behalf_of, draft, status, finance, obligation, holder, leader, decision, delivery_way,
                        delivery_state, result, submitted_at, acknowledge_by, accepted_at, due_at, finished_at, changed_at,
                        changed_by, act_by)
                    values (:code, :version, :agency, :service, :service_version, :case_code, :applicant, :on_behalf_of,
                        :draft, :status, :finance, :obligation, :holder, :leader, :decision, :way, :delivery, :result,
                        :submitted_at, :acknowledge_by, :accepted_at, :due_at, :finished_at, :changed_at, :changed_by,
                        :act_by)
                    returning code),
                written as (
                    insert into dossier.content (code, secret, applicant, answers, delivery_address)
                    select code, :secret, cast(:person as jsonb), cast(:answers as jsonb), :address from handed_in
                    returning code)
                insert into dossier.paper (code, number, component, file, source)
                select written.code, given.number, given.component, given.file, given.source
                from written, unnest(cast(:components as text[]), cast(:files as uuid[]), cast(:sources as text[]))
                    with ordinality as given (component, file, source, number)
                """)
                .params(Dossiers.columns(dossier))
                .param("service_version", dossier.serviceVersion())
                .param("case_code", dossier.caseCode())
                .param("applicant", dossier.applicant().value())
                .param("on_behalf_of", Dossiers.id(dossier.onBehalfOf()))
                .param("draft", draft)
                .param("way", dossier.deliveryWay().name())
                .param("submitted_at", Dossiers.time(dossier.times().submitted()))
                .param("secret", keys.encrypt(KEY, secret.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .param("person", EventJson.write(content.applicant()))
                .param("answers", EventJson.write(content.answers()))
                .param("address", content.deliveryAddress())
                .param("components", components.toArray(String[]::new))
                .param("files", files.toArray(String[]::new))
                .param("sources", sources.toArray(String[]::new))
                .update();
    }

    Content of(DossierCode code) {
        var papers = papers(code);
        return sql.sql("select applicant, answers, delivery_address from dossier.content where code = :code")
                .param("code", code.value())
                .query((row, number) -> new Content(
                        EventJson.read(row.getString("applicant"), Content.Applicant.class),
                        answers(row.getString("answers")),
                        papers,
                        row.getString("delivery_address")))
                .single();
    }

    /** Only who applied, for lists and messages. */
    Content.Applicant applicant(DossierCode code) {
        return EventJson.read(
                sql.sql("select applicant from dossier.content where code = :code")
                        .param("code", code.value())
                        .query(String.class)
                        .single(),
                Content.Applicant.class);
    }

    /** Who applied, for a page of a list, in one query. */
    Map<String, Content.Applicant> applicants(List<Dossier> dossiers) {
        var found = new java.util.HashMap<String, Content.Applicant>();
        if (dossiers.isEmpty()) {
            return found;
        }
        sql.sql("select code, applicant from dossier.content where code in (:codes)")
                .param(
                        "codes",
                        dossiers.stream().map(dossier -> dossier.code().value()).toList())
                .query((row, number) -> found.put(
                        row.getString("code"), EventJson.read(row.getString("applicant"), Content.Applicant.class)))
                .list();
        return found;
    }

    String secret(DossierCode code) {
        var sealed = sql.sql("select secret from dossier.content where code = :code")
                .param("code", code.value())
                .query(byte[].class)
                .optional();
        return sealed.map(bytes -> new String(keys.decrypt(KEY, bytes), java.nio.charset.StandardCharsets.US_ASCII))
                .orElse("");
    }

    List<FileId> files(DossierCode code) {
        return papers(code).stream()
                .map(Content.Paper::file)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private List<Content.Paper> papers(DossierCode code) {
        return sql.sql("select component, file, source from dossier.paper where code = :code order by number")
                .param("code", code.value())
                .query((row, number) -> {
                    var file = row.getObject("file", UUID.class);
                    return new Content.Paper(
                            row.getString("component"),
                            file == null ? null : new FileId(file),
                            Offering.Source.valueOf(row.getString("source")));
                })
                .list();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answers(String json) {
        return EventJson.read(json, Map.class);
    }
}
