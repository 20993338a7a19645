package vn.motcua.identity.web;

import vn.motcua.web.Corrections;

/**
 * The sign-in form as it is shown.
 *
 * @param identifier as it was typed; the password never comes back
 * @param ended whether a session ran out just before
 */
public record LoginPage(
        String identifier, String next, String captchaId, String question, boolean ended, Corrections corrections) {}
