package vn.motcua.question.web;

import java.util.List;
import vn.motcua.web.Work;

/** The desk's list of questions; {@code next} is the address of the next page, empty at the end. */
public record WorklistPage(
        String who, List<Tab> tabs, List<String> columns, List<Work> rows, String next, String first, boolean writes) {

    /** A queue with how many wait in it, counted no further than a hundred. */
    public record Tab(String label, String href, String count, boolean current) {}
}
