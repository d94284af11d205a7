package id.setia.posting;

import id.setia.members.PaymentTokenRequest;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

/** Who bought: exactly one of its fields. */
@Serdeable
@Schema(description = "The member, by exactly one of these.")
public record MemberReferenceRequest(
        @Nullable @Size(max = 40) @Schema(description = "Member id. Partners other than the program's owner name so whom they enrolled or who agrees to share data with partners; others are unknown.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String memberId,
        @Nullable
                @Size(max = 80)
                @Schema(description = "Card number, with or without spaces, or the whole content of its QR code.", example = "6042 1189 3357")
                String card,
        @Nullable @Size(max = 30) @Schema(description = "Phone number.", example = "+6281234567890") String phone,
        @Nullable @Size(max = 254) @Schema(description = "E-mail address; for partners other than the program's owner it finds only members who agree to share their data with partners.", example = "sari@example.com")
                String email,
        @Nullable @Valid @Schema(description = "A payment card the member is known by; earns, and never spends.") PaymentTokenRequest paymentToken) {}
