package vn.motcua.notification;

import java.util.List;

/** One way out of the portal: an SMS centre, a mail server. */
interface Carrier extends AutoCloseable {

    Notices.Channel channel();

    /** Whether a line stands, building one when there is none; a carrier that is away costs at most 5 s. */
    boolean ready();

    /** Sends the letters and tells the fate of each, in the same order. Throws nothing. */
    List<Fate> send(List<Letter> letters);

    /** What the carrier said since the last call about letters it had taken. */
    default List<Receipt> receipts() {
        return List.of();
    }

    /** @param delivered false when the carrier has given up; {@code stat} in the words of SMPP 3.4 appendix B */
    record Receipt(String gatewayId, boolean delivered, String stat) {}

    @Override
    void close();
}
