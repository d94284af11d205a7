package id.setia.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network address a request comes from, as limits count it: one IPv4 address, or one IPv6 network of 64 bits. */
@Singleton
public class ClientAddress {

    private final HttpClientAddressResolver resolver;

    ClientAddress(HttpClientAddressResolver resolver) {
        this.resolver = resolver;
    }

    /** The address; forwarded ones count only where the server is set up to trust them. */
    public String of(HttpRequest<?> request) {
        String text = resolver.resolve(request);
        if (text == null) {
            return "";
        }
        InetAddress address = request.getRemoteAddress().getAddress();
        return address instanceof Inet6Address && address.getHostAddress().equals(text)
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                : text;
    }
}
