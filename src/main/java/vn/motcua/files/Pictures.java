package vn.motcua.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import vn.motcua.shared.Problem;

/** Looks at the skeleton of a JPEG or PNG without decoding it: its size in pixels, its end, and what may hide in it. */
final class Pictures {

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int IEND = 0x49454E44;

    private Pictures() {}

    static void check(byte[] content, String mediaType, long maxPixels) {
        long pixels = mediaType.equals("image/png") ? png(content) : jpeg(content);
        if (pixels > maxPixels) {
            throw Problem.invalid("file", "files.upload.pixels", maxPixels / 1_000_000);
        }
        refuseGuests(content);
    }

    /** Chunk by chunk to IEND, which must be the end of the file. */
    private static long png(byte[] content) {
        var in = ByteBuffer.wrap(content);
        if (content.length < 45 || in.getLong() != PNG || in.getInt() != 13 || in.getInt() != IHDR) {
            throw unreadable();
        }
        long pixels = Integer.toUnsignedLong(in.getInt(16)) * Integer.toUnsignedLong(in.getInt(20));
        in.position(8);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            int type = in.getInt();
            if (length < 0 || length > in.remaining() - 4) {
                throw unreadable();
            }
            in.position(in.position() + length + 4);
            if (type == IEND) {
                if (in.hasRemaining()) {
                    throw mixed();
                }
                return checked(pixels);
            }
        }
        throw unreadable();
    }

    /** Segment by segment to the frame's header, which knows the size; the picture's data must end. */
    private static long jpeg(byte[] content) {
        int at = 2;
        while (at + 9 < content.length && (content[at] & 0xff) == 0xff) {
            int marker = content[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = (content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff;
            if (isFrame(marker)) {
                long height = (content[at + 5] & 0xff) << 8 | content[at + 6] & 0xff;
                long width = (content[at + 7] & 0xff) << 8 | content[at + 8] & 0xff;
                if (!ends(content, at)) {
                    throw unreadable();
                }
                return checked(width * height);
            }
            at += 2 + Math.max(2, length);
        }
        throw unreadable();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean ends(byte[] content, int from) {
        for (int i = content.length - 2; i > from; i--) {
            if ((content[i] & 0xff) == 0xff && (content[i + 1] & 0xff) == 0xd9) {
                return true;
            }
        }
        return false;
    }

    private static long checked(long pixels) {
        if (pixels <= 0) {
            throw unreadable();
        }
        return pixels;
    }

    /** A picture that is also a page, a script, a PDF or an archive. */
    private static void refuseGuests(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        for (var guest : new String[] {"%PDF-", "PK\5\6", "Rar!\32\7", "7z\u00bc\u00af'\34"}) {
            if (text.contains(guest)) {
                throw mixed();
            }
        }
        var lower = text.toLowerCase(java.util.Locale.ROOT);
        for (var guest : new String[] {"<script", "<!doctype", "<html", "<?php", "<svg", "<iframe"}) {
            if (lower.contains(guest)) {
                throw mixed();
            }
        }
    }

    static Problem unreadable() {
        return Problem.invalid("file", "files.upload.unreadable");
    }

    static Problem mixed() {
        return Problem.invalid("file", "files.upload.mixed");
    }
}
