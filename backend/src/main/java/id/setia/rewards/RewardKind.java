package id.setia.rewards;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;

/** What a reward is. */
@Serdeable
public enum RewardKind {
    /** A voucher with a code made here. */
    @JsonProperty("voucher_generated")
    VOUCHER_GENERATED,
    /** A voucher with a code of somebody else's, imported before. */
    @JsonProperty("voucher_pool")
    VOUCHER_POOL,
    /** A voucher for which the till takes something off. */
    @JsonProperty("till_discount")
    TILL_DISCOUNT,
    /** A thing, ordered to a store. */
    @JsonProperty("product")
    PRODUCT,
    /** A voucher that another partner honours. */
    @JsonProperty("partner_reward")
    PARTNER_REWARD,
    /** Points given away. */
    @JsonProperty("donation")
    DONATION;

    /** Whether redeeming it gives a voucher. */
    public boolean givesVoucher() {
        return switch (this) {
            case VOUCHER_GENERATED, VOUCHER_POOL, TILL_DISCOUNT, PARTNER_REWARD -> true;
            case PRODUCT, DONATION -> false;
        };
    }

    /** As the column and the answers keep it, {@code till_discount}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
