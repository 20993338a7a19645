package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.web.Task;

/** A draft as a list of parts; {@code next} is the address of the first that needs something. */
public record DraftPage(String procedure, String agency, String saved, List<Task> tasks, String next, String removal) {}
