package id.setia.rewards;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Rewards as staff and partners' systems see them. */
@Serdeable
@Schema(description = "Rewards, the latest made first.")
public record RewardListResponse(@Schema(description = "The rewards.") List<RewardResponse> items) {}
