package vn.motcua.dossier;

/** What was asked cannot happen to a dossier that stands where it stands. Becomes 409 {@code /not-allowed-now}. */
class IllegalTransition extends RuntimeException {

    private final Status from;

    IllegalTransition(Status from, DossierEvent event) {
        super(event.getClass().getSimpleName() + " cannot happen to a dossier that is " + from);
        this.from = from;
    }

    Status from() {
        return from;
    }
}
