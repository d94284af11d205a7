package id.setia.webhooks;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are of the public Internet (IANA's registries of special-purpose addresses): not private, loopback,
 * link-local, shared, multicast, reserved or for documentation; nor an IPv6 address that stands for such an IPv4 address.
 */
final class PublicAddresses {

    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
                    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
                    "2001::/23", "2001:db8::/32", "3fff::/20")
            .map(Network::of)
            .toList();

    private static final Network GLOBAL = Network.of("2000::/3");
    private static final Network SIX_TO_FOUR = Network.of("2002::/16");
    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == 4) {
            return isOrdinary(address);
        }
        if (Arrays.equals(Arrays.copyOf(address, MAPPED.length), MAPPED) || NAT64.contains(address)) {
            return isOrdinary(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isOrdinary(Arrays.copyOfRange(address, 2, 6));
        }
        return GLOBAL.contains(address) && isOrdinary(address);
    }

    private static boolean isOrdinary(byte[] address) {
        return SPECIAL.stream().noneMatch(network -> network.contains(address));
    }
}
