package id.setia.platform;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Dates are texts of the form 2026-11-20; a number is refused. */
@Singleton
@Order(-1000)
class StrictDate implements Deserializer<LocalDate> {

    @Override
    public LocalDate deserialize(Decoder decoder, DecoderContext context, Argument<? super LocalDate> type)
            throws IOException {
        String text = decoder.decodeString();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new SerdeException("not a date", malformed);
        }
    }
}
