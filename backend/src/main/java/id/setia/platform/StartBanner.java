package id.setia.platform;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the person who started Setia where to click. */
@Singleton
@Requires(notEnv = Environment.TEST)
final class StartBanner {

    private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

    private final boolean demo;
    private final List<StartNotice> notices;

    StartBanner(@Property(name = "setia.demo", defaultValue = "false") boolean demo, List<StartNotice> notices) {
        this.demo = demo;
        this.notices = notices;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ServerStartupEvent started) {
        URI address = started.getSource().getURI();
        if (demo) {
            System.out.println(String.join("\n", lines(address)));
        } else {
            LOG.info("Setia is ready on {}", address);
        }
        if (!started.getSource().getHost().matches("127\\..*|localhost|::1")) {
            warnOpen();
        }
    }

    private List<String> lines(URI address) {
        var lines = new ArrayList<>(List.of(
                "",
                "  Setia is ready.",
                "",
                "  Member portal   " + address,
                "  Back office     " + address.resolve("/staff"),
                "  For developers  " + address.resolve("/developers"),
                ""));
        notices.stream().flatMap(notice -> notice.lines().stream()).map(line -> "  " + line).forEach(lines::add);
        lines.add("");
        lines.add("  Ctrl-C stops it.");
        lines.add("");
        return lines;
    }

    private void warnOpen() {
        if (demo) {
            LOG.warn("Setia can be reached from other machines, with log-ins that everyone knows. Unset SETIA_BIND to keep it to this one.");
        } else {
            LOG.info("Setia can be reached from other machines over plain http; put a server in front of it that speaks https.");
        }
    }
}
