package vn.motcua.web;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes a request happen once. The answer is kept for 24 hours per client, route and key, in the transaction of the act
 * itself, so that a process that dies leaves both or neither.
 */
public interface Idempotency {

    /**
     * What identifies one request.
     *
     * @param client who sends it: a person's id, a partner
     * @param route method and path pattern with its variables filled in
     * @param bodyDigest SHA-256 of the body
     */
    record Token(String client, String route, UUID key, byte[] bodyDigest) {}

    /** An answer as it is given again: status and JSON body. */
    record Answer(int status, String body) {}

    /**
     * Gives the kept answer, or runs the act in a transaction and keeps what it answers. The same key with another body is
     * 422, one that is still running 409 {@code /in-progress}. A {@code Problem} thrown by the act keeps nothing.
     */
    Answer once(Token token, Supplier<Answer> act);

    /** As {@link #once}, with work done before the transaction is opened (and only when no answer is kept yet). */
    <P> Answer once(Token token, Supplier<P> prepare, java.util.function.Function<P, Answer> act);
}
