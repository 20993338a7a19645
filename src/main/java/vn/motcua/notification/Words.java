package vn.motcua.notification;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.motcua.keys.Keys;

/** Who is told what: personal, so it lies encrypted in the row, and the row can be emptied. */
record Words(String to, String subject, String text) {

    static final String KEY = "notification.message";

    byte[] seal(Keys keys) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(to);
            out.writeUTF(subject);
            out.writeUTF(text);
        } catch (IOException e) { // a text beyond 64 KiB
            throw new UncheckedIOException(e);
        }
        return keys.encrypt(KEY, bytes.toByteArray());
    }

    static Words open(Keys keys, byte[] sealed) {
        try (var in = new DataInputStream(new ByteArrayInputStream(keys.decrypt(KEY, sealed)))) {
            return new Words(in.readUTF(), in.readUTF(), in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() { // never in a log
        return "Words";
    }
}
