package vn.motcua.notification;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as phones take it: the 7-bit alphabet of GSM 03.38 where it suffices (160 signs, or 153 a part), otherwise UCS-2
 * (70 signs, or 67 a part). No part ends inside a sign of two units.
 */
record SmsText(byte dataCoding, List<byte[]> parts) {

    static final byte GSM = 0;
    static final byte UCS2 = 8;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65};
    private static final byte ESCAPE = 0x1b;

    /** At most so many parts: more is no short message any more. */
    private static final int MAX_PARTS = 10;

    static SmsText of(String text) {
        var units = gsm(text);
        var limit = 160;
        var partLimit = 153;
        var coding = GSM;
        if (units == null) {
            units = ucs2(text);
            limit = 140;
            partLimit = 134;
            coding = UCS2;
        }
        var parts = cut(units, limit, partLimit);
        if (parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("A message has at most " + MAX_PARTS + " parts, not " + parts.size());
        }
        return new SmsText(coding, parts);
    }

    /** The signs one by one in GSM 03.38, null when one of them is not in it. */
    private static @org.jspecify.annotations.Nullable List<byte[]> gsm(String text) {
        var units = new ArrayList<byte[]>();
        for (char sign : text.toCharArray()) {
            int basic = BASIC.indexOf(sign);
            int extended = EXTENDED.indexOf(sign);
            if (basic >= 0 && sign != ESCAPE) {
                units.add(new byte[] {(byte) basic});
            } else if (extended >= 0) {
                units.add(new byte[] {ESCAPE, EXTENDED_CODES[extended]});
            } else {
                return null;
            }
        }
        return units;
    }

    private static List<byte[]> ucs2(String text) {
        return text.codePoints()
                .mapToObj(sign -> Character.toString(sign).getBytes(StandardCharsets.UTF_16BE))
                .toList();
    }

    private static List<byte[]> cut(List<byte[]> units, int limit, int partLimit) {
        int total = units.stream().mapToInt(unit -> unit.length).sum();
        int most = total <= limit ? limit : partLimit;
        var parts = new ArrayList<byte[]>();
        var part = new ByteArrayOutputStream();
        for (var unit : units) {
            if (part.size() + unit.length > most) {
                parts.add(part.toByteArray());
                part.reset();
            }
            part.writeBytes(unit);
        }
        parts.add(part.toByteArray());
        return parts;
    }
}
