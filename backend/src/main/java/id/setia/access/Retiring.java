package id.setia.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that will go away. Its answers say so by the headers {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC
 * 8594), and so does the contract.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retiring {

    /** The first day, UTC, on which something else should be used: {@code 2027-01-31}. */
    String since();

    /** The first day, UTC, on which it may be gone. */
    String until();

    /** What to use in its place, as the contract names it: {@code POST /purchases}. */
    String instead();
}
