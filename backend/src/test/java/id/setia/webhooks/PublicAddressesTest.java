package id.setia.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "223.255.255.255",
        "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::1"
    })
    void addresses_of_the_internet_are_public(String address) {
        assertThat(PublicAddresses.contain(Network.literal(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.8.8.8", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::10.0.0.1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
        "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::808:808", "2002:a00:1::1", "2002:7f00:1::1", "2001::1", "2001:db8::1",
        "3fff::1", "100::1", "fd00:ec2::254"
    })
    void all_others_are_not(String address) {
        assertThat(PublicAddresses.contain(Network.literal(address))).isFalse();
    }

    @Test
    void an_address_mapped_into_ipv6_is_judged_as_what_it_stands_for() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        mapped[12] = 10;

        assertThat(PublicAddresses.contain(InetAddress.getByAddress(mapped))).isFalse();
    }

    @Test
    void what_the_operator_allows_may_be_anywhere_and_nothing_else() {
        AllowedTargets allowed = new AllowedTargets("hooks.test, 10.1.0.0/16");

        assertThat(mayBe(allowed, "http://hooks.test:8081/")).isTrue();
        assertThat(mayBe(allowed, "http://10.1.2.3:80/")).isTrue();
        assertThat(mayBe(allowed, "https://10.2.0.1/")).isFalse();
        assertThat(mayBe(allowed, "http://other.test/")).isFalse();
        assertThat(mayBe(allowed, "https://other.test:25/")).isFalse();
        assertThat(mayBe(allowed, "https://other.test:8443/")).isTrue();
        assertThat(allowed.mayBeAt(address("https://other.test/"), List.of(Network.literal("10.1.9.9")))).isTrue();
        assertThat(allowed.mayBeAt(address("https://other.test/"), List.of(Network.literal("8.8.8.8"), Network.literal("10.2.0.1")))).isFalse();
    }

    @Test
    void a_machine_s_own_addresses_are_not_reached() throws UnknownHostException {
        AllowedTargets nothing = new AllowedTargets("");

        assertThat(nothing.mayBeAt(address("https://other.test/"), List.of(InetAddress.getLocalHost()))).isFalse();
    }

    @Test
    void what_is_no_network_cannot_be_allowed() {
        assertThatThrownBy(() -> new AllowedTargets("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AllowedTargets("ten/8")).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean mayBe(AllowedTargets allowed, String url) {
        return allowed.mayBe(address(url));
    }

    private static WebhookAddress address(String url) {
        return WebhookAddress.parse(url).orElseThrow();
    }
}
