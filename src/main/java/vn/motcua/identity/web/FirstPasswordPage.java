package vn.motcua.identity.web;

import vn.motcua.web.Corrections;

/** The page on which an official sets their first password. */
public record FirstPasswordPage(String userName, String token, String phone, Corrections corrections) {}
