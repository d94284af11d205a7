package id.setia.posting;

import id.setia.kernel.Money;
import id.setia.purchases.Channel;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A receipt as the till printed it. */
@Serdeable
@Schema(
        description =
                "A receipt. Store, business date, till and receipt number (or the order number of a web shop) are its natural"
                        + " key: sending it again is the same purchase.")
public record PostPurchaseRequest(
        @Nullable @Size(max = 40) @Schema(description = "The store; a terminal's own when absent.", example = "sto_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String storeId,
        @NotNull @Schema(description = "Where the purchase came about.", example = "store") Channel channel,
        @Nullable @Size(min = 1, max = 40) @Schema(description = "Till number as printed.", example = "3") String till,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Receipt number as printed.", example = "0091-4471")
                String receiptNumber,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Order number, for web shops without receipts.", example = "WEB-20261120-0815")
                String orderNumber,
        @NotNull @Schema(description = "Business date as printed.", example = "2026-11-20") LocalDate businessDate,
        @NotNull @Schema(description = "When it was paid.", example = "2026-11-20T11:42:00Z") Instant occurredAt,
        @Nullable @Size(min = 1, max = 60) @Schema(description = "Opaque reference of the cashier.", example = "k-17")
                String cashier,
        @Nullable @Valid @Schema(description = "Who bought; absent when nobody showed a membership.")
                MemberReferenceRequest member,
        @NotEmpty @Size(max = 1000) @Schema(description = "Lines of the receipt.")
                List<@Valid @NotNull PurchaseLineRequest> lines,
        @Nullable @Valid @Schema(description = "Discount on the whole receipt.") Money discount,
        @Nullable @Valid @Schema(description = "Tax.") Money tax,
        @Nullable @Schema(description = "Whether the lines contain the tax; they do when absent.", example = "true")
                Boolean taxIncluded,
        @Nullable @Valid @Schema(description = "Service charge.") Money serviceCharge,
        @Nullable @Valid @Schema(description = "Tip.") Money tip,
        @Nullable @Valid @Schema(description = "Delivery.") Money delivery,
        @Nullable @Valid @Schema(description = "Rounding, signed.") Money rounding,
        @Nullable @Valid @Schema(description = "Donation.") Money donation,
        @NotNull @Valid @Schema(description = "Total paid.") Money total,
        @NotNull @Size(max = 50) @Schema(description = "How it was paid.")
                List<@Valid @NotNull TenderRequest> tenders) {

    private static final String UNPRINTED = "-";

    /** The same with numbers in place of those that a receipt gets only when it is printed. */
    PostPurchaseRequest beforePrinting() {
        return orderNumber != null
                ? this
                : new PostPurchaseRequest(
                        storeId, channel, till == null ? UNPRINTED : till, receiptNumber == null ? UNPRINTED : receiptNumber,
                        orderNumber, businessDate, occurredAt, cashier, member, lines, discount, tax, taxIncluded,
                        serviceCharge, tip, delivery, rounding, donation, total, tenders);
    }
}
