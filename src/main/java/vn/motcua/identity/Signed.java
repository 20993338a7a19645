package vn.motcua.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's {@link Person} parameter: the citizen who is signed in, on pages by session, on the API by a token of scope
 * {@code me}. Nobody signed in: a page leads to {@code /login} and back here afterwards, the API answers 401.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Signed {}
