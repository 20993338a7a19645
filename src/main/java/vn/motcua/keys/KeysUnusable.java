package vn.motcua.keys;

/** The portal cannot open its keys and must not start; the message is one sentence for the operator. */
public class KeysUnusable extends IllegalStateException {

    KeysUnusable(String sentence) {
        super(sentence);
    }
}
