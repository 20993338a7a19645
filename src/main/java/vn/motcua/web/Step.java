package vn.motcua.web;

/** One numbered step that is only read; the text may be empty. */
public record Step(String title, String text) {}
