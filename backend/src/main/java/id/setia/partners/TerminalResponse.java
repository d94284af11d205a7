package id.setia.partners;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.setia.kernel.PublicId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A till of a store. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A till of a store.")
public record TerminalResponse(
        @Schema(description = "The till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
        @Schema(description = "Its store.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga") String storeId,
        @Schema(description = "Its number as receipts print it.", example = "3") String code,
        @Schema(description = "What it is called or where it stands; may be empty.", example = "Lantai 2") String name,
        @Schema(
                        description = "Whether it is in use.",
                        allowableValues = {"active", "retired"},
                        example = "active")
                String state,
        @Schema(description = "Whether it has a credential to call with.", example = "true") Boolean paired,
        @Nullable @Schema(description = "When it got the credential it has; absent while it has none.", example = "2026-11-22T03:04:05Z")
                Instant pairedAt,
        @Nullable @Schema(description = "The minute of its last call, at most half a minute late; absent before the first.", example = "2026-11-22T08:00:00Z")
                Instant lastSeenAt) {

    static TerminalResponse of(Terminal terminal, TerminalPresence presence) {
        return new TerminalResponse(
                PublicId.TERMINAL.format(terminal.id()),
                PublicId.STORE.format(terminal.storeId()),
                terminal.code(),
                terminal.name(),
                terminal.state().value(),
                presence.pairedAt().isPresent(),
                presence.pairedAt().orElse(null),
                presence.lastSeenAt().orElse(null));
    }
}
