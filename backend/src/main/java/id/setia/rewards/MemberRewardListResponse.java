package id.setia.rewards;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The rewards of a member. */
@Serdeable
@Schema(description = "Rewards that are offered or will be, those the member can have first, then the cheapest.")
public record MemberRewardListResponse(@Schema(description = "The rewards.") List<MemberRewardResponse> items) {}
