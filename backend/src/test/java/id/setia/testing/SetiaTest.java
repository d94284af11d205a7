package id.setia.testing;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test with a running server on the {@link TestDatabase}, without a transaction around each test. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@MicronautTest(transactional = false, contextBuilder = TestContextBuilder.class)
public @interface SetiaTest {
}
