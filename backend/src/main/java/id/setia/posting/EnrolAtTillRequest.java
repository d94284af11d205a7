package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Somebody at the till who wants to collect points. */
@Serdeable
@Schema(description = "Somebody at the till who wants to collect points.")
public record EnrolAtTillRequest(
        @NotNull
                @Size(min = 1, max = 30)
                @Schema(description = "Phone number, however it is written; without a country it is Indonesian.", example = "0812-3456-7890")
                String phone,
        @Nullable @Size(max = 200) @Schema(description = "Name, if given.", example = "Sari Dewi") String name,
        @Nullable
                @Schema(
                        description = "Language of messages and of what is printed; Indonesian when absent.",
                        allowableValues = {"id", "en"},
                        example = "id")
                String language,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Opaque reference of the cashier; never a name.", example = "k-17")
                String cashier,
        @Nullable @Size(max = 40) @Schema(description = "The store; a terminal's own when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId) {

    @Override
    public String toString() {
        return "EnrolAtTillRequest[]";
    }
}
