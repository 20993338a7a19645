package vn.motcua.shared;

import java.util.UUID;

/** Who, without saying who: a random number that stands for one person or official in every record. */
public record PersonId(UUID value) {

    /** The portal itself, where no person acted. */
    public static final PersonId SYSTEM = new PersonId(new UUID(0, 0));

    public static PersonId random() {
        return new PersonId(UUID.randomUUID());
    }

    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
