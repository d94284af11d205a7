package id.setia.posting;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/** Of a judgement as it is kept, what its rules gave; all else is passed over, so that millions are read in little time. */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
record GivenByRules(List<OfRule> rules) {

    /** Points one rule gave, or took back where there are fewer than none. */
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfRule(UUID rule, long points) {}
}
