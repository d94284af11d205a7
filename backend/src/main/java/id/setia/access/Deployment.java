package id.setia.access;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How this server was set up: whether it shows invented data, whether it is for trying, and under which address people reach it. */
@Singleton
public class Deployment {

    private static final Set<String> YES = Set.of("1", "true", "yes", "on");

    private final boolean demo;
    private final boolean sandbox;
    private final String publicUrl;
    private final BeanProvider<EmbeddedServer> server;

    Deployment(
            @Value("${setia.demo:}") String demo,
            @Value("${setia.sandbox:}") String sandbox,
            @Value("${setia.public-url:}") String publicUrl,
            BeanProvider<EmbeddedServer> server) {
        this.demo = YES.contains(demo.toLowerCase(Locale.ROOT));
        this.sandbox = YES.contains(sandbox.toLowerCase(Locale.ROOT));
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.server = server;
    }

    /** Whether this is demo mode: invented data, demo log-ins, mails readable on a page. */
    public boolean demo() {
        return demo;
    }

    /** Whether this is a sandbox: its business time is moved on by those who try, and nothing leaves it. */
    public boolean sandbox() {
        return sandbox;
    }

    /** The address that was set up, without a slash at its end; empty where none was. */
    Optional<String> configuredUrl() {
        return publicUrl.isEmpty() ? Optional.empty() : Optional.of(publicUrl);
    }

    /** The address of the portal without a slash at its end, for links in mails: {@code https://poin.example.com}. */
    public String publicUrl() {
        return publicUrl.isEmpty() ? "http://localhost:" + server.get().getPort() : publicUrl;
    }
}
