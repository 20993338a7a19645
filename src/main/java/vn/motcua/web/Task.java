package vn.motcua.web;

/**
 * One part of a task list; without an address it cannot be opened yet.
 *
 * @param kind of the tag: {@code good}, {@code late}, {@code soon}, {@code plain}
 */
public record Task(String label, String href, String tag, String kind) {}
