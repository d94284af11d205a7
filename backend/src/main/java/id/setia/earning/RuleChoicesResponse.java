package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a rule can be made of. */
@Serdeable
@Schema(description = "What a rule can name.")
public record RuleChoicesResponse(
        @Schema(description = "Partners that can pay for points; the program's owner first.") List<FunderResponse> funders,
        @Schema(description = "Categories of known products, and those above them.", example = "[\"Minuman\", \"Minuman > Kopi\"]")
                List<String> categories) {}
