package vn.motcua.shared;

/** A procedure as one agency offers it: {@code 3.000347@H26}. */
public record ServiceId(ProcedureCode procedure, AgencyCode agency) {

    public static ServiceId parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("A service is written procedure@agency, not " + text);
        }
        return new ServiceId(ProcedureCode.parse(text.substring(0, at)), new AgencyCode(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return procedure + "@" + agency;
    }
}
