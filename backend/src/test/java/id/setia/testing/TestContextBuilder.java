package id.setia.testing;

import id.setia.platform.Application;
import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.core.annotation.Introspected;
import java.nio.file.Path;
import java.util.Map;

/** Points a server under test at the {@link TestDatabase} and at a free port. */
@Introspected
public final class TestContextBuilder extends DefaultApplicationContextBuilder {

    public TestContextBuilder() {
        properties(Application.datasource(TestDatabase.address()));
        properties(Map.of(
                "micronaut.server.port", "-1",
                "setia.demo", "false",
                "setia.home", Path.of("target", "test-home").toAbsolutePath().toString()));
    }
}
