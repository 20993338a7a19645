package vn.motcua.web;

/** A way on: words and an address. */
public record Link(String label, String href) {}
