package vn.motcua.web;

/**
 * A file that was sent.
 *
 * @param note size and state in words
 * @param refusal why it was refused and what mends it; empty when it was taken
 * @param removal address that takes it away again by POST, or empty
 */
public record Sent(String name, String note, String refusal, String removal) {}
