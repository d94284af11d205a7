package id.setia.platform;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers only after the server was told to end. */
@Controller("/waiting")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "test.waiting")
class WaitingController implements GracefulShutdownCapable {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingController.class);

    final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch ending = new CountDownLatch(1);

    @Get
    String answer() throws InterruptedException {
        LOG.info("Waiting for the end");
        entered.countDown();
        return ending.await(20, TimeUnit.SECONDS) ? "answered while ending" : "never ended";
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        ending.countDown();
        return CompletableFuture.completedStage(null);
    }
}
