package id.setia.messages;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where messages to phones are handed over, as the settings keep it: one HTTP request for each.
 *
 * @param address https, or http on this machine; empty where there is no gateway
 * @param channel {@code sms} or {@code whatsapp}
 * @param headers their values sealed
 * @param secret sealed; stands in the body at {@code {secret}}
 * @param expected what a good answer contains, besides a status of 2xx; empty where the status says it all
 */
@Serdeable
record PhoneGateway(
        String address,
        String channel,
        String contentType,
        List<Header> headers,
        String body,
        @Nullable String secret,
        String numberForm,
        String expected) {

    static final String NAME = "messages.phone_gateway";

    static final PhoneGateway NONE = new PhoneGateway(
            "",
            "sms",
            BodyType.JSON.mediaType(),
            List.of(),
            "{\"to\":\"{to}\",\"text\":\"{text}\"}",
            null,
            NumberForm.PLUS.value(),
            "");

    /**
     * A header of the request.
     *
     * @param sealed its value, sealed, in base 64
     */
    @Serdeable
    record Header(String name, String sealed) {}

    boolean works() {
        return !address.isEmpty();
    }

    /** Scheme, host and port: whom the secrets are for. */
    static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    Optional<Header> header(String name) {
        return headers.stream().filter(header -> header.name().equalsIgnoreCase(name)).findFirst();
    }

    BodyTemplate template() {
        return new BodyTemplate(BodyType.of(contentType).orElseThrow(), body);
    }

    NumberForm form() {
        return NumberForm.of(Optional.of(numberForm)).orElseThrow();
    }
}
