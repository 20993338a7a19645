package vn.motcua.web;

import java.util.List;

/**
 * A page that refuses: what is wrong and what to do next.
 *
 * @param back the address of the form that was sent, or empty
 * @param search whether a search helps, because nothing was found
 */
public record ProblemPage(String title, List<String> sentences, String retry, String back, boolean search) {}
