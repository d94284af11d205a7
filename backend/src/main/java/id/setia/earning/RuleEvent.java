package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** Payload of the events {@code rule.published} and {@code rule.ended}. */
@Serdeable
record RuleEvent(String ruleId, int version, Instant effectiveFrom) {}
