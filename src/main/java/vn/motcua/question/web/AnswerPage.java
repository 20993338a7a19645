package vn.motcua.question.web;

import java.util.List;
import vn.motcua.web.Link;

/**
 * A published question, as {@code question/answer.jte} prints it.
 *
 * @param language of title, details and answer
 * @param only that there is no translation; empty where there is
 * @param thanks that the visitor's word was counted; empty before
 */
public record AnswerPage(
        String code,
        String title,
        String language,
        String only,
        List<String> details,
        List<String> answer,
        String law,
        String answered,
        List<Link> procedures,
        String ask,
        String votes,
        String thanks) {}
