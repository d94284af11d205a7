package id.setia.webhooks;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of an endpoint, taken apart.
 *
 * @param host a name in ASCII, or an address without brackets
 * @param target what is asked of the host: path and query
 */
record WebhookAddress(boolean secure, String host, int port, String target) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** The address written so; empty unless it is a whole http or https address without user name and fragment. */
    static Optional<WebhookAddress> parse(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https");
            if (!secure && !scheme.equals("http")
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !url.chars().allMatch(letter -> letter > ' ' && letter < 127)
                    || uri.getPort() == 0
                    || uri.getPort() > 65_535) {
                return Optional.empty();
            }
            int port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS : HTTP;
            return Optional.of(new WebhookAddress(secure, host(uri.getHost()), port, target(uri)));
        } catch (URISyntaxException | IllegalArgumentException error) {
            return Optional.empty();
        }
    }

    private static String host(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return IDN.toASCII(bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare).toLowerCase(Locale.ROOT);
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Host and port as they stand in the header {@code Host}. */
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
    }
}
