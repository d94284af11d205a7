package id.setia.webhooks;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where webhooks may go: by https, on port 443 or one that needs no privilege (from 1024 on), to public addresses that are
 * not this machine's. {@code SETIA_WEBHOOK_ALLOW} names hosts, addresses and networks (with commas between them) that may be
 * anywhere, on any port, and by http too; for development.
 */
@Context
public class AllowedTargets {

    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\\.?");
    private static final int HTTPS = 443;
    private static final int FIRST_UNPRIVILEGED = 1024;

    private final Set<String> hosts = new HashSet<>();
    private final Set<Network> networks = new HashSet<>();

    /** @throws IllegalArgumentException for what is no host, no address and no network */
    AllowedTargets(@Value("${setia.webhook.allow:}") String allowed) {
        Arrays.stream(allowed.split("[,\\s]+")).filter(entry -> !entry.isEmpty()).forEach(this::allow);
    }

    private void allow(String entry) {
        if (entry.contains("/") || Network.isLiteral(entry)) {
            networks.add(Network.of(entry));
        } else {
            hosts.add(host(entry.toLowerCase(Locale.ROOT)));
        }
    }

    private static String host(String entry) {
        if (!HOST.matcher(entry).matches()) {
            throw new IllegalArgumentException(entry);
        }
        return entry;
    }

    /**
     * The list as it was given, if every entry can be read.
     *
     * @throws IllegalArgumentException for what is no host, no address and no network
     */
    public static String readable(String allowed) {
        new AllowedTargets(allowed);
        return allowed;
    }

    /** Whether webhooks may go there, as far as the text of the address tells. */
    boolean mayBe(WebhookAddress address) {
        if (isAllowedByName(address.host())) {
            return true;
        }
        boolean rightPort = address.port() == HTTPS || address.port() >= FIRST_UNPRIVILEGED;
        return address.secure()
                && rightPort
                && (!Network.isLiteral(address.host()) || isPublic(Network.literal(address.host())));
    }

    private boolean isAllowedByName(String host) {
        return hosts.contains(host) || Network.isLiteral(host) && isAllowed(Network.literal(host));
    }

    private boolean isAllowed(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address.getAddress()));
    }

    /** Whether the host may be at all the addresses it was found at. */
    boolean mayBeAt(WebhookAddress address, List<InetAddress> found) {
        return isAllowedByName(address.host())
                || found.stream().allMatch(one -> isAllowed(one) || isPublic(one));
    }

    private static boolean isPublic(InetAddress address) {
        return PublicAddresses.contain(address) && !isThisMachine(address);
    }

    private static boolean isThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException error) {
            return true;
        }
    }
}
