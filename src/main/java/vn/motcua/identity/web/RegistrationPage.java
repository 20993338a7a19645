package vn.motcua.identity.web;

import vn.motcua.web.Corrections;

/** The registration form as it is shown, with what was typed and what is wrong. */
public record RegistrationPage(RegistrationForm form, String captchaId, String question, Corrections corrections) {}
