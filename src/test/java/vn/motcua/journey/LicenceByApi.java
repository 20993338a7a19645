package vn.motcua.journey;

import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An renews her licence through the API, step by step, so that something can happen between two steps. */
final class LicenceByApi {

    static final String AN = "001190000017";

    private static final String BODY = """
            {"service":"3.000347@H26","case":"01",
             "answers":{"applicantKind":"CITIZEN","licenceNumber":"010164008821","licenceClass":"B2","issuedOn":"2016-12-15",
               "issuedBy":"Sở Giao thông vận tải Hà Nội","expiresOn":"2026-12-15","reason":"EXPIRING"},
             "papers":[{"component":"health-certificate","file":"%s"},{"component":"current-licence","file":"%s"}],
             "delivery":{"way":"ONLINE"}}""";

    private final Town town;
    private final Client applicant;
    final UUID submissionKey = UUID.randomUUID();
    String code = "";
    String secret = "";
    String obligation = "";
    String attempt = "";

    LicenceByApi(Town town) {
        this(town, AN);
    }

    LicenceByApi(Town town, String applicant) {
        this.town = town;
        this.applicant = town.signed(applicant);
    }

    Client applicant() {
        return applicant;
    }

    String file() {
        return applicant
                .upload("/api/v1/me/files", "giay-kham.pdf", Sheets.pdf("Giay kham suc khoe"))
                .is(200)
                .json()
                .get("id")
                .asString();
    }

    static String body(String health, String licence) {
        return BODY.formatted(health, licence);
    }

    String body() {
        return body(file(), file());
    }

    LicenceByApi submitted() {
        return submitted(applicant);
    }

    LicenceByApi submitted(Client client) {
        var receipt = client.post("/api/v1/me/dossiers", submissionKey, body())
                .is(201)
                .json();
        code = receipt.get("code").asString();
        secret = receipt.get("secret").asString();
        obligation = receipt.get("obligation").get("id").asString();
        return this;
    }

    LicenceByApi attempted() {
        attempt = applicant
                .post("/api/v1/me/obligations/" + obligation + "/attempts", "{\"channel\":\"momo\"}")
                .is(201)
                .json()
                .get("attempt")
                .asString();
        return this;
    }

    LicenceByApi outcome(String outcome) {
        town.pay(attempt, outcome);
        return this;
    }

    LicenceByApi paid() {
        return attempted().outcome("paid").seenPaid();
    }

    LicenceByApi seenPaid() {
        Client.until(Duration.ofSeconds(90), this::bill, bill -> bill.get("state")
                .asString()
                .equals("PAID"));
        Client.until(Duration.ofSeconds(30), this::dossier, dossier -> dossier.get("finance")
                .asString()
                .equals("PAID"));
        return this;
    }

    JsonNode bill() {
        return applicant.get("/api/v1/me/obligations/" + obligation).is(200).json();
    }

    JsonNode dossier() {
        return applicant.get("/api/v1/me/dossiers/" + code).is(200).json();
    }

    int status() {
        return dossier().get("status").get("code").asInt();
    }

    Client.Answer act(String official, String act, String body) {
        return act(town.signed(official), act, body);
    }

    Client.Answer act(Client official, String act, String body) {
        return official.post("/api/v1/work/dossiers/" + code + "/" + act, body);
    }

    LicenceByApi accepted() {
        act("clerk.hanoi", "acceptance", "{}").is(200);
        return this;
    }

    LicenceByApi assigned() {
        act("clerk.hanoi", "assignment", "{\"to\":\"handler.hanoi\",\"note\":\"xem\"}")
                .is(200);
        return this;
    }

    LicenceByApi forwarded() {
        act("handler.hanoi", "forwarding", "{\"to\":\"leader.hanoi\",\"note\":\"đủ\"}")
                .is(200);
        return this;
    }

    LicenceByApi approved() {
        act("leader.hanoi", "approval", "{\"decision\":\"GRANT\",\"note\":\"\"}")
                .is(200);
        return this;
    }

    /** The sealed result, asked for until it is there. */
    byte[] result(Duration atMost) {
        return Client.until(atMost, () -> document("result"), answer -> answer.status() == 200)
                .bytes();
    }

    Client.Answer document(String name) {
        return applicant.get("/api/v1/me/dossiers/" + code + "/documents/" + name);
    }

    LicenceByApi delivered() {
        act("clerk.hanoi", "delivery", "{\"way\":\"ONLINE\"}").is(200);
        return this;
    }
}
