package id.setia.platform;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How many requests a minute each node takes.
 *
 * @param stranger from one address, as long as nobody signed in there
 * @param session from one signed-in member or member of staff
 * @param client from one till or one partner's system
 */
@ConfigurationProperties("setia.rate-limits")
record RateLimitSettings(
        @Bindable(defaultValue = "600") int stranger,
        @Bindable(defaultValue = "1200") int session,
        @Bindable(defaultValue = "60000") int client) {}
