package vn.motcua.identity.web;

import vn.motcua.web.Corrections;

/**
 * The page that asks for a code.
 *
 * @param sentTo the phone or mail box, masked
 * @param action where the form goes; {@code again} where another code is asked for
 * @param until when the code ends, {@code 08:17}; {@code resendAt} when another may be sent
 */
public record CodePage(
        String sentTo,
        String action,
        String again,
        String back,
        String until,
        String resendAt,
        Corrections corrections) {}
