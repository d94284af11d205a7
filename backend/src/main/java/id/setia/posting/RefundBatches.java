package id.setia.posting;

import id.setia.access.Caller;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.Refusals;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts several refunds in their order, each taken or refused by itself; sending the batch again is safe. */
@Singleton
class RefundBatches {

    private static final Logger LOG = LoggerFactory.getLogger(RefundBatches.class);

    private final RowReading reading;
    private final RefundPoster poster;
    private final Slips slips;
    private final Refusals refusals;

    RefundBatches(RowReading reading, RefundPoster poster, Slips slips, Refusals refusals) {
        this.reading = reading;
        this.poster = poster;
        this.slips = slips;
        this.refusals = refusals;
    }

    RefundBatchResponse post(Caller.ApiClient till, List<JsonNode> requests) {
        List<RefundRowResponse> rows = new ArrayList<>();
        for (JsonNode request : requests) {
            rows.add(row(rows.size(), till, request));
        }
        return RefundBatchResponse.of(rows);
    }

    private RefundRowResponse row(int index, Caller.ApiClient till, JsonNode request) {
        try {
            PostedRefund posted = poster.post(reading.refund(request, till));
            return new RefundRowResponse(index, posted.replayed() ? 200 : 201, slips.of(till, posted), null);
        } catch (RuntimeException refusal) {
            Problem problem = refusals.of(refusal);
            if (problem.code() == ProblemCode.INTERNAL_ERROR) {
                LOG.error("A refund of a batch could not be posted", refusal);
            }
            return new RefundRowResponse(index, problem.code().status(), null, RowRefusal.of(problem, refusals));
        }
    }
}
