package vn.motcua.database;

/** The portal does not start like this; the message is one sentence for the operator that says what mends it. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String sentence) {
        super(sentence, null, false, false);
    }
}
