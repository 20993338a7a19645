package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.web.Given;
import vn.motcua.web.QrCode;
import vn.motcua.web.Step;

/** Proof that a dossier was received; {@code pay} is the address of its bill while one is due. */
public record ReceiptPage(
        String code,
        List<Given> lines,
        QrCode qr,
        String pay,
        String follow,
        String download,
        List<Step> next,
        String phone) {}
