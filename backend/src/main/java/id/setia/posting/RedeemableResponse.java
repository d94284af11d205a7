package id.setia.posting;

import id.setia.rewards.MemberRewardResponse;
import id.setia.rewards.MemberVoucherResponse;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a member can use at a till. */
@Serdeable
@Schema(description = "What the member can use at this till, besides points as payment.")
public record RedeemableResponse(
        @Schema(description = "Rewards of the till's partner that the member can have now, the cheapest first; each by a hold for `reward`.")
                List<MemberRewardResponse> rewards,
        @Schema(
                        description = "Vouchers that are good at the till's partner, the latest first, at most 50; the member shows the code. To"
                                + " partners other than the program's owner, of members who agree to share their data with partners.")
                List<MemberVoucherResponse> vouchers) {}
