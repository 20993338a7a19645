package vn.motcua.dossier.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.motcua.dossier.DossierCode;

/** A sealed paper as a response: opened in the browser, kept under a name that says what it is, never by a proxy. */
final class Pdf {

    private Pdf() {}

    static ResponseEntity<byte[]> response(DossierCode code, String document, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(code + "-" + document + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }
}
