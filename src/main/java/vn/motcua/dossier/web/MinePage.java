package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.web.Link;
import vn.motcua.web.Task;

/** Somebody's drafts and dossiers; {@code next} is the address of older ones, empty at the end. */
public record MinePage(List<Task> drafts, List<Task> dossiers, List<Link> ways, String next) {}
