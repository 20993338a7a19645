package vn.motcua.files;

import vn.motcua.shared.PersonId;

/** A file that was checked and lies on the disk; it counts once {@link Files#enter} has put down its row. */
public record Checked(
        PersonId owner,
        String name,
        byte[] sha256,
        byte[] blob,
        String mediaType,
        long bytes,
        StoredFile.State state) {}
