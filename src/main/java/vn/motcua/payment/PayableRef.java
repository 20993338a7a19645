package vn.motcua.payment;

/** What money is owed for, as its owner names it: {@code dossier/H26-261116-0001}. Payment never looks behind it. */
public record PayableRef(String value) {

    @Override
    public String toString() {
        return value;
    }
}
