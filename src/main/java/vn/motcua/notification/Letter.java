package vn.motcua.notification;

import java.util.UUID;

/** What goes out: the same reference at every try, so that a copy sent twice can be told from two messages. */
record Letter(UUID reference, String to, String subject, String text) {

    @Override
    public String toString() { // never who is told what
        return "Letter " + reference;
    }
}
