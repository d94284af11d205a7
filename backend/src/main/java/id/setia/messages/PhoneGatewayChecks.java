package id.setia.messages;

import id.setia.kernel.FieldError;
import id.setia.kernel.Json;
import id.setia.kernel.Problem;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a gateway must be before messages are handed to it. */
@Singleton
class PhoneGatewayChecks {

    private static final Set<String> CHANNELS = Set.of("sms", "whatsapp");
    private static final Set<String> OURS = Set.of("content-type", "content-length", "host", "transfer-encoding", "expect");
    private static final Map<String, String> AWKWARD =
            Map.of("to", "+6281234567890", "text", "\"\\\n & = % é 😀", "id", "msg_0", "channel", "sms", "secret", "\"");

    private final Json json;

    PhoneGatewayChecks(Json json) {
        this.json = json;
    }

    /** @throws Problem {@code validation_failed} naming everything that is wrong */
    void check(PhoneGatewayRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (!isReachable(request.address())) {
            errors.add(new FieldError("/address", "address_not_https", List.of()));
        }
        if (!CHANNELS.contains(request.channel())) {
            errors.add(new FieldError("/channel", "value_unknown", List.of("sms, whatsapp")));
        }
        if (NumberForm.of(Optional.of(request.numberForm())).isEmpty()) {
            errors.add(new FieldError("/numberForm", "value_unknown", List.of("plus, digits, national")));
        }
        BodyType.of(request.contentType())
                .ifPresentOrElse(
                        type -> body(new BodyTemplate(type, request.body())).ifPresent(errors::add),
                        () -> errors.add(new FieldError(
                                "/contentType",
                                "value_unknown",
                                List.of(BodyType.JSON.mediaType() + ", " + BodyType.FORM.mediaType()))));
        headers(request.headers(), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static boolean isReachable(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
                return false;
            }
            return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && isThisMachine(uri.getHost());
        } catch (URISyntaxException error) {
            return false;
        }
    }

    /** Told by the text alone: a name is not looked up. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private Optional<FieldError> body(BodyTemplate template) {
        if (!template.has("to") || !template.has("text")) {
            return Optional.of(new FieldError("/body", "template_places_missing", List.of()));
        }
        return switch (template.type()) {
            case JSON -> isJson(template.filled(AWKWARD))
                    ? Optional.empty()
                    : Optional.of(new FieldError("/body", "template_not_json", List.of()));
            case FORM -> Optional.empty();
        };
    }

    private boolean isJson(String text) {
        try {
            return json.read(text, Object.class) != null;
        } catch (UncheckedIOException error) {
            return false;
        }
    }

    private static void headers(List<PhoneGatewayHeader> headers, List<FieldError> errors) {
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < headers.size(); index++) {
            PhoneGatewayHeader header = headers.get(index);
            String name = header.name().toLowerCase(Locale.ROOT);
            if (OURS.contains(name) || !seen.add(name) || !isSendable(header.name(), "x")) {
                errors.add(new FieldError("/headers/" + index + "/name", "header_not_allowed", List.of()));
            } else if (header.value() != null && !isSendable(header.name(), header.value())) {
                errors.add(new FieldError("/headers/" + index + "/value", "header_unsendable", List.of()));
            }
        }
    }

    private static boolean isSendable(String name, String value) {
        try {
            HttpRequest.newBuilder().header(name, value);
            return !value.isBlank() && value.chars().allMatch(character -> character >= ' ' && character < 127);
        } catch (IllegalArgumentException error) {
            return false;
        }
    }
}
