package id.setia.webhooks;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.netty.handler.ssl.SslContextBuilder;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLException;

/** Puts together what sends. */
@Factory
class WebhookPosting {

    /** Certificates are trusted as the Java machine trusts them. */
    @Singleton
    @Bean(preDestroy = "close")
    WebhookPost post(AllowedTargets allowed, HostLookup lookup) throws SSLException {
        return new WebhookPost(allowed, lookup, SslContextBuilder.forClient().build(), SendLimits.USUAL);
    }

    @Singleton
    RetrySchedule retries() {
        return new RetrySchedule(() -> ThreadLocalRandom.current().nextLong());
    }
}
