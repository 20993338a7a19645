package vn.motcua.payment;

import java.io.IOException;
import java.net.URI;

/** Carries one JSON message to a gateway and its answer back: 10 s, 1 MB, no redirects. */
interface Wire {

    /** @throws IOException when no answer with status 200 came; whether the message arrived is not known then */
    String post(URI address, String json) throws IOException;
}
