package id.setia.partners;

import id.setia.kernel.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A till of a store. */
@Serdeable
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
                String state) {

    static TerminalResponse of(Terminal terminal) {
        return new TerminalResponse(
                PublicId.TERMINAL.format(terminal.id()),
                PublicId.STORE.format(terminal.storeId()),
                terminal.code(),
                terminal.name(),
                terminal.state().value());
    }
}
