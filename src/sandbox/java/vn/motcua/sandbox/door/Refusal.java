package vn.motcua.sandbox.door;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A request that is not done, with what is wrong about it, as RFC 9457 wants it told. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String type;
    private final @Nullable String field;
    private final String code;

    private Refusal(int status, String type, @Nullable String field, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.field = field;
        this.code = code;
    }

    public static Refusal malformed(String message) {
        return new Refusal(400, "invalid", null, "malformed", message);
    }

    public static Refusal invalid(String field, String code, String message) {
        return new Refusal(422, "invalid", field, code, message);
    }

    /** For targets and channels that the contract names and a later room brings. */
    public static Refusal unsupported(String field, String message) {
        return new Refusal(422, "unsupported", field, "unsupported", message);
    }

    public static Refusal forbidden(String message) {
        return new Refusal(403, "forbidden", null, "forbidden", message);
    }

    public static Refusal notFound(String message) {
        return new Refusal(404, "not-found", null, "not-found", message);
    }

    public static Refusal wrongMethod(String allowed) {
        return new Refusal(405, "invalid", null, "method", "Only " + allowed + " is possible here.");
    }

    public static Refusal notAllowedNow(String message) {
        return new Refusal(409, "not-allowed-now", null, "not-allowed-now", message);
    }

    public static Refusal tooLarge(int most) {
        return new Refusal(413, "too-large", null, "too-large", "At most " + most + " bytes are read.");
    }

    public static Refusal away(String message) {
        return new Refusal(503, "maintenance", null, "away", message);
    }

    public int status() {
        return status;
    }

    ObjectNode problem() {
        var problem = Json.object()
                .put("type", "/developers/problems/" + type)
                .put("title", type)
                .put("status", status)
                .put("detail", field == null ? getMessage() : field + " " + getMessage());
        problem.putArray("errors")
                .addObject()
                .put("field", field == null ? "" : field)
                .put("code", "sandbox." + code)
                .put("message", getMessage());
        return problem;
    }
}
