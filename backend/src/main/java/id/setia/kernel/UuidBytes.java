package id.setia.kernel;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID as the sixteen bytes a {@code BINARY(16)} column keeps. */
@Singleton
public class UuidBytes implements AttributeConverter<UUID, byte[]> {

    /** The sixteen bytes, most significant first; null stays null, as the column does. */
    public static byte[] of(UUID id) {
        return id == null
                ? null
                : ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }

    /** The UUID of sixteen bytes; null stays null. */
    public static UUID from(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    @Override
    public byte[] convertToPersistedValue(UUID entityValue, ConversionContext context) {
        return of(entityValue);
    }

    @Override
    public UUID convertToEntityValue(byte[] persistedValue, ConversionContext context) {
        return from(persistedValue);
    }
}
