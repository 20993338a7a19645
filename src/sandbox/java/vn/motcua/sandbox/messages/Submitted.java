package vn.motcua.sandbox.messages;

import java.util.Arrays;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A short message as it came over SMPP 3.4, or one part of a longer one. Refuses receivers that are no phone, lengths that
 * do not fit the air (160 signs or 140 octets, header included) and letters that the coding does not have.
 *
 * @param reference the sender's own: vendor TLV 0x1401, else user_message_reference
 * @param part null when the message is whole
 */
record Submitted(
        String from,
        String to,
        String text,
        @Nullable String reference,
        boolean receiptWanted,
        @Nullable Part part) {

    static final short REFERENCE_TAG = 0x1401;

    /** Number {@code number} of {@code count}, from 1; parts of one message share the reference number. */
    record Part(int reference, int count, int number) {}

    private static final int MOST_OCTETS = 140;
    private static final int MOST_SIGNS = 160;

    static Submitted of(SubmitSm sm) throws ProcessRequestException {
        if (!sm.getDestAddress().matches("\\+?\\d{8,15}")) {
            throw new ProcessRequestException("no phone", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        var payload = sm.getOptionalParameter(OptionalParameter.Message_payload.class);
        var octets = payload == null ? sm.getShortMessage() : payload.getValue();
        int header = sm.isUdhi() ? header(octets) : 0;
        int coding = coding(sm.getDataCoding());
        if (payload == null) {
            checkLength(octets, header, coding);
        }
        var text = SmsText.decode(Arrays.copyOfRange(octets, header, octets.length), coding);
        if (text == null) {
            throw new ProcessRequestException("cannot be read", SMPPConstant.STAT_ESME_RSUBMITFAIL);
        }
        var part = header > 0 ? concatenation(octets, header) : segmentation(sm);
        return new Submitted(
                sm.getSourceAddr(),
                Messages.receiver(sm.getDestAddress()),
                text,
                reference(sm),
                (sm.getRegisteredDelivery() & 3) == 1,
                part);
    }

    private static void checkLength(byte[] octets, int header, int coding) throws ProcessRequestException {
        int most = coding == SmsText.UCS_2 || coding == SmsText.LATIN_1
                ? MOST_OCTETS
                : header == 0 ? MOST_SIGNS : (MOST_OCTETS - header) * 8 / 7 + header;
        if (octets.length > most) {
            throw new ProcessRequestException("too long for the air", SMPPConstant.STAT_ESME_RINVMSGLEN);
        }
    }

    /** The alphabet in a data_coding, message classes (0xF0 and above) included. */
    private static int coding(byte dataCoding) {
        int value = dataCoding & 0xFF;
        return value >= 0xF0 ? SmsText.GSM : value;
    }

    private static int header(byte[] octets) throws ProcessRequestException {
        int length = octets.length == 0 ? 0 : (octets[0] & 0xFF) + 1;
        if (length == 0 || length > octets.length) {
            throw new ProcessRequestException("header too long", SMPPConstant.STAT_ESME_RSUBMITFAIL);
        }
        return length;
    }

    /** Information elements 00 (8-bit reference) and 08 (16-bit) of 3GPP 23.040. */
    private static @Nullable Part concatenation(byte[] octets, int header) throws ProcessRequestException {
        for (int i = 1; i + 1 < header; i += 2 + (octets[i + 1] & 0xFF)) {
            int length = octets[i + 1] & 0xFF;
            if (i + 2 + length > header) {
                break;
            }
            if (octets[i] == 0 && length == 3) {
                return part(octets[i + 2] & 0xFF, octets[i + 3] & 0xFF, octets[i + 4] & 0xFF);
            }
            if (octets[i] == 8 && length == 4) {
                int reference = (octets[i + 2] & 0xFF) << 8 | octets[i + 3] & 0xFF;
                return part(reference | 1 << 16, octets[i + 4] & 0xFF, octets[i + 5] & 0xFF);
            }
        }
        return null;
    }

    private static @Nullable Part segmentation(SubmitSm sm) throws ProcessRequestException {
        var reference = sm.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        var count = sm.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        var number = sm.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        return reference == null || count == null || number == null
                ? null
                : part(reference.getValue() & 0xFFFF | 2 << 16, count.getValue() & 0xFF, number.getValue() & 0xFF);
    }

    private static @Nullable Part part(int reference, int count, int number) throws ProcessRequestException {
        if (number < 1 || number > count) {
            throw new ProcessRequestException("part " + number + " of " + count, SMPPConstant.STAT_ESME_RSUBMITFAIL);
        }
        return count == 1 ? null : new Part(reference, count, number);
    }

    private static @Nullable String reference(SubmitSm sm) {
        var own = sm.getOptionalParameter(REFERENCE_TAG);
        if (own instanceof OptionalParameter.OctetString text) {
            return text.getValueAsString();
        }
        var number = sm.getOptionalParameter(Tag.USER_MESSAGE_REFERENCE);
        return number instanceof OptionalParameter.Short value ? String.valueOf(value.getValue() & 0xFFFF) : null;
    }
}
