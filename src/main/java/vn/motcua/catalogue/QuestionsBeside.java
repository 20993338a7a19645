package vn.motcua.catalogue;

import java.util.List;
import java.util.Locale;
import vn.motcua.shared.ProcedureCode;

/**
 * Questions of the public with their answers, as a procedure's page and the search page show them. The room that keeps questions
 * comes after this one and gives it this; where it is not loaded, the pages show none.
 */
public interface QuestionsBeside {

    /**
     * A published question, ready to print.
     *
     * @param address of its page in this portal, {@code /questions/Q-261116-K7P4M}
     * @param language of {@code title}: {@code vi} on an English page where it has not been translated
     */
    record Beside(String address, String title, String language) {}

    /** Those of a procedure, the most useful first, at most {@code limit} (1 to 50). */
    List<Beside> of(ProcedureCode procedure, Locale locale, int limit);

    /** Those that a query means, best first, at most {@code limit} (1 to 50); none for an empty query. */
    List<Beside> find(String query, Locale locale, int limit);
}
