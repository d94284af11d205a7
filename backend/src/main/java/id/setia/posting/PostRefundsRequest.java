package id.setia.posting;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Several refunds at once; each is read, and taken or refused, by itself. */
@Serdeable
@Schema(description = "Several refunds at once, as a till sends them after a time without a line.")
public record PostRefundsRequest(
        @NotNull
                @Size(min = 1, max = 100)
                @ArraySchema(
                        arraySchema =
                                @Schema(description = "The refunds, in the order in which they are to count; at most 100."),
                        schema = @Schema(implementation = PostRefundRequest.class))
                List<JsonNode> refunds) {}
