package vn.motcua.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who read my data, newest first. */
public record AccessesPage(List<Line> lines, @Nullable String next) {

    public record Line(String at, String reader, String purpose, String about) {}
}
