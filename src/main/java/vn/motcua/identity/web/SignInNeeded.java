package vn.motcua.identity.web;

/** Somebody must sign in before this page; it is not a refusal but a detour. */
final class SignInNeeded extends RuntimeException {

    private final String login;

    SignInNeeded(String login) {
        super(null, null, false, false);
        this.login = login;
    }

    /** The address of the sign-in page, with the way back. */
    String login() {
        return login;
    }
}
