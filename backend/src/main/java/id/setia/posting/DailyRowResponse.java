package id.setia.posting;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** One person's or cashier's day. */
@Serdeable
@Schema(description = "What one member of staff or one cashier did on a day beside selling.")
public record DailyRowResponse(
        @Nullable @Schema(description = "The member of staff; absent for a cashier.", example = "stf_01kq5zv4m8e7t9b3x2c1d0f6ga") String staffId,
        @Nullable @Schema(description = "Their name.", example = "Rina Wati") String staffName,
        @Nullable @Schema(description = "The cashier's store.") StoreSummary store,
        @Nullable @Schema(description = "The cashier's till.", example = "ter_01kq5zv4m8e7t9b3x2c1d0f6ga") String terminalId,
        @Nullable @Schema(description = "Code of the till.", example = "3") String terminal,
        @Nullable @Schema(description = "The cashier's reference as the till sends it.", example = "k-17") String cashier,
        @Schema(description = "How many acts in all.", example = "9") long acts,
        @Schema(description = "Their points, without sign.", example = "2480") long points,
        @Schema(description = "Whether it is far more than others did that day.", example = "true") boolean unusual,
        @Schema(description = "The acts by kind; kinds without any are left out.") List<DailyDoneResponse> done) {}
