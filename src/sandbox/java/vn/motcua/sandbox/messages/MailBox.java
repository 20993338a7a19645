package vn.motcua.sandbox.messages;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import vn.motcua.sandbox.Faults;
import vn.motcua.sandbox.Ledger;
import vn.motcua.sandbox.PortalLink;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Door;
import vn.motcua.sandbox.door.Refusal;

/**
 * A mail server. A mail is acknowledged (250) when a copy for each receiver is on the disk. Refuses mails above
 * {@value #LARGEST} bytes and those that are no MIME.
 */
public final class MailBox implements AutoCloseable {

    private static final int LARGEST = 12 * 1024 * 1024;
    private static final Session MIME = Session.getInstance(new Properties());

    private final Ledger ledger;
    private final PortalLink portal;
    private final Faults faults;
    private @Nullable SMTPServer server;

    public MailBox(Ledger ledger, PortalLink portal, Faults faults) {
        this.ledger = ledger;
        this.portal = portal;
        this.faults = faults;
    }

    /** Begins to listen; answers the port. */
    public int open(int port, Door door) throws IOException {
        door.on("POST /mail", MailBox::fromOutside);
        var opened = new SMTPServer.Builder()
                .bindAddress(InetAddress.getByName("127.0.0.1"))
                .port(port)
                .hostName("sandbox.motcua.example")
                .softwareName("Motcua sandbox")
                .maxMessageSize(LARGEST)
                .maxConnections(200)
                .insertReceivedHeaders(false)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(_ -> new Delivery())
                .build();
        opened.start();
        server = opened;
        return opened.getPortAllocated();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }

    /** The portal has no mail server of its own yet, so nothing can come in. */
    private static void fromOutside(Call call) throws IOException {
        mail(call.body());
        throw Refusal.unsupported("", "The portal takes no mail from outside yet.");
    }

    private static MimeMessage mail(byte[] bytes) {
        try {
            var mail = new MimeMessage(MIME, new ByteArrayInputStream(bytes));
            if (mail.getFrom() == null || mail.getFrom().length == 0) {
                throw Refusal.malformed("A mail names its sender (From).");
            }
            return mail;
        } catch (MessagingException e) {
            throw Refusal.malformed("This is no mail: " + e.getMessage());
        }
    }

    /** One mail on its way in. */
    private final class Delivery implements MessageHandler {
        private final List<String> receivers = new ArrayList<>();

        @Override
        public void from(String from) throws RejectException {
            if (faults.isDown(Faults.Target.MAIL)) {
                throw new DropConnectionException(421, "Service not available");
            }
        }

        @Override
        public void recipient(String to) {
            receivers.add(to);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            keep(data.readAllBytes());
            if (faults.meet(Faults.Target.MAIL, Faults.Mode.LATE_SUCCESS).isPresent()) {
                throw new DropConnectionException(421, "Timed out");
            }
            return "250 Ok";
        }

        @Override
        public void done() {
            // nothing is held
        }

        private void keep(byte[] bytes) throws RejectException, IOException {
            try {
                var mail = mail(bytes);
                var at = portal.now().toString();
                var subject = mail.getSubject() == null ? "" : mail.getSubject();
                var text = text(mail).strip();
                var kept = new ArrayList<CompletableFuture<Long>>();
                for (var to : receivers) {
                    kept.add(ledger.append(Messages.line("email", to, subject, text, reference(mail))
                            .put("at", at)));
                }
                kept.forEach(CompletableFuture::join);
            } catch (Refusal | MessagingException e) {
                throw new RejectException(554, "This is no mail");
            }
        }
    }

    /** The sender's own reference: what stands before the @ of the mail's id. */
    private static @Nullable String reference(MimeMessage mail) throws MessagingException {
        var id = mail.getMessageID();
        return id == null ? null : id.strip().replaceFirst("^<", "").replaceFirst("@.*|>$", "");
    }

    /** The plain text of a mail; of alternatives the first readable one. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return part.getContent() instanceof String text ? text.replace("\r\n", "\n") : "";
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                var text = Part.ATTACHMENT.equalsIgnoreCase(child.getDisposition()) ? "" : text(child);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
