package id.setia.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an operation. Every operation carries it; one that does not is refused to everybody. Which objects a
 * caller may see is decided by the operation itself.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** Anybody, signed in or not. */
    boolean everyone() default false;

    /** A signed-in member (for their own membership). */
    boolean member() default false;

    /** Staff with any of these roles; administrators always. */
    Role[] staff() default {};

    /** Staff who still have to set up the second factor that the program requires may call it too. */
    boolean beforeSecondFactor() default false;

    /** Tills and partners whose token carries one of these scopes. */
    Scope[] scopes() default {};
}
