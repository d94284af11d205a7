package id.setia.posting;

import jakarta.inject.Singleton;
import java.util.List;

/** The door for exchanges: what comes back and what goes out instead, both or neither. */
@Singleton
class Exchanges {

    private final PostingLine line;
    private final EarlyRefunds early;

    Exchanges(PostingLine line, EarlyRefunds early) {
        this.line = line;
        this.early = early;
    }

    /**
     * Posts both, the refund first, each under its own key.
     *
     * @throws id.setia.kernel.Problem whatever refuses one of them; then neither is posted
     */
    Posted.Exchange post(Sent.Exchange exchange) {
        Posted.Exchange posted = (Posted.Exchange) line.post(exchange);
        early.after(List.of(exchange.sale()));
        return new Posted.Exchange(early.after(posted.refund()), posted.sale());
    }
}
