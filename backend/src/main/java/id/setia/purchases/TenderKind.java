package id.setia.purchases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What a purchase was paid with. */
@Serdeable
public enum TenderKind {
    @JsonProperty("cash")
    CASH,
    @JsonProperty("card")
    CARD,
    @JsonProperty("e_wallet")
    E_WALLET,
    @JsonProperty("bank_transfer")
    BANK_TRANSFER,
    @JsonProperty("points")
    POINTS,
    @JsonProperty("voucher")
    VOUCHER,
    @JsonProperty("gift_card")
    GIFT_CARD,
    @JsonProperty("other")
    OTHER
}
