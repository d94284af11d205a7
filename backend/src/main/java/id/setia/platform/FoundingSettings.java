package id.setia.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.math.BigDecimal;

/** What a new deployment's programme begins with; see {@link FirstProgram} for its parts. */
@ConfigurationProperties("setia.program")
record FoundingSettings(
        @Bindable(defaultValue = "Setia") String name,
        @Bindable(defaultValue = "IDR") String currency,
        @Bindable(defaultValue = "Asia/Jakarta") String timeZone,
        @Bindable(defaultValue = "1000") BigDecimal pointsPer,
        @Bindable(defaultValue = "10") BigDecimal pointWorth,
        @Bindable(defaultValue = "1000000") BigDecimal goldFrom,
        @Bindable(defaultValue = "2500000") BigDecimal priorityFrom,
        @Bindable(defaultValue = "100") long joinBonus) {}
