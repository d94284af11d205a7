package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The rules in force. */
@Serdeable
@Schema(description = "The earning rules in force now, in words.")
public record RuleInForceListResponse(@Schema(description = "The rules.") List<RuleInForceItem> items) {}
