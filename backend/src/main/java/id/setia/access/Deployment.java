package id.setia.access;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;

/** How this server was set up: whether it shows invented data, and under which address people reach it. */
@Singleton
public class Deployment {

    private static final Set<String> YES = Set.of("1", "true", "yes", "on");

    private final boolean demo;
    private final String publicUrl;
    private final BeanProvider<EmbeddedServer> server;

    Deployment(
            @Value("${setia.demo:}") String demo,
            @Value("${setia.public-url:}") String publicUrl,
            BeanProvider<EmbeddedServer> server) {
        this.demo = YES.contains(demo.toLowerCase(Locale.ROOT));
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.server = server;
    }

    /** Whether this is demo mode: invented data, demo log-ins, mails readable on a page. */
    public boolean demo() {
        return demo;
    }

    /** The address of the portal without a slash at its end, for links in mails: {@code https://poin.example.com}. */
    public String publicUrl() {
        return publicUrl.isEmpty() ? "http://localhost:" + server.get().getPort() : publicUrl;
    }
}
