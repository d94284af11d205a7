package id.setia.platform;

import id.setia.access.Deployment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows the log-ins of a demonstration at its start. */
@Singleton
class DemoNotice implements StartNotice {

    private final Deployment deployment;
    private final DemoLogins logins;

    DemoNotice(Deployment deployment, DemoLogins logins) {
        this.deployment = deployment;
        this.logins = logins;
    }

    @Override
    public List<String> lines() {
        if (!deployment.demo()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        logins.all().forEach(login -> lines.add(
                String.format("%-15s %s  %s  (%s)", word(login), login.email(), login.password(), login.name())));
        lines.add("");
        lines.add("Tills (OAuth client credentials, token at /api/v1/oauth/token):");
        Stream.concat(DemoShop.OWN.stream(), Stream.of(DemoShop.CAFE)).map(DemoNotice::client).forEach(lines::add);
        lines.add("");
        lines.add("Web shop, a system without a till that may do everything partners' systems may:");
        lines.add(client(DemoShop.ONLINE));
        return lines;
    }

    private static String client(DemoShop.Shop shop) {
        return String.format("%-20s %-17s %s", shop.name(), shop.clientId(), shop.clientSecret());
    }

    private static String word(DemoLogin login) {
        if (login.equals(DemoLogins.STAFF)) {
            return "Administrator";
        }
        return login.equals(DemoLogins.AGENT) ? "Service agent" : "Member";
    }
}
