package vn.motcua.signing;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.time.DueWork;

/** Makes the next generation of a certificate while the present one still has years to go. */
@Component
class RenewCertificates implements DueWork {

    private final Pki pki;

    RenewCertificates(Pki pki) {
        this.pki = pki;
    }

    @Override
    public String name() {
        return "signing.renew-certificates";
    }

    @Override
    public Optional<Instant> next() {
        return pki.nextRenewal();
    }

    @Override
    public void run(Instant until) {
        pki.renew();
    }
}
