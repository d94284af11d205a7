package id.setia.profiles;

import id.setia.tiers.TierResponse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** A member found. */
@Serdeable
@Schema(description = "A member found, and by what.")
public record MemberSearchItem(
        @Schema(description = "The member.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga") String memberId,
        @Schema(description = "Name.", example = "Budi Santoso") String name,
        @Schema(description = "`unclaimed`, `active`, `frozen`, `closed`, `merged` or `erased`.", example = "active") String state,
        @Nullable @Schema(description = "The card shown first.", example = "604211893357") String cardNumber,
        @Nullable @Schema(description = "E-mail address; masked for staff other than service agents.", example = "budi@example.com") String email,
        @Schema(description = "The tier now.") TierResponse tier,
        @Schema(description = "Available points.", example = "12480") long available,
        @Schema(description = "What matched: `card`, `phone`, `email`, `receipt` or `name`.", example = "name") String matched) {}
