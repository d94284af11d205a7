package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A reward to be taken. */
@Serdeable
@Schema(description = "A reward to be taken for points.")
public record RedeemRequest(
        @NotBlank @Size(max = 40) @Schema(description = "The reward.", example = "rew_01kq5zv4m8e7t9b3x2c1d0f6ga") String rewardId,
        @Nullable
                @Size(max = 40)
                @Schema(
                        description = "For a thing: the store it is to be fetched from, one of whoever honours the reward.",
                        example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId,
        @Nullable
                @Valid
                @Schema(description = "For a member who has not proved lately to be themselves and takes something for many points: their PIN. Other kinds do not count here.")
                SpendingProofRequest proof) {}
