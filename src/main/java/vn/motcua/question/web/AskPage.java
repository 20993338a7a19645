package vn.motcua.question.web;

import java.util.List;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Link;

/**
 * The form on which one asks.
 *
 * @param known procedure that the question is about, empty while it must be named
 * @param candidates procedures that the typed words may mean
 * @param similar what was answered already; the form is sent again past it
 * @param captcha what is asked instead of signing in, empty for somebody who is
 */
public record AskPage(
        String key,
        String name,
        String email,
        String phone,
        String procedure,
        String known,
        List<Choice> candidates,
        String words,
        List<Link> similar,
        String captchaId,
        String captcha,
        String captchaAnswer,
        String due,
        Corrections corrections) {}
