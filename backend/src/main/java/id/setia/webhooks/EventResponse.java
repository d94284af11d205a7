package id.setia.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/** An event as it is told outside, in answers and as the body of a webhook. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Something that happened; also the body of a webhook. Holds ids, points and amounts, no personal data.")
public record EventResponse(
        @Schema(description = "The event; the same each time it is told, so that it can be known again.", example = "evt_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String id,
        @Schema(description = "Its type; `GET /event-types` lists them.", example = "purchase.posted") String type,
        @Schema(description = "Version of what events of this type tell. Fields may be added within a version.", example = "1") int version,
        @Schema(description = "When it happened.", example = "2026-11-22T03:04:05Z") Instant timestamp,
        @Schema(description = "When it was recorded.", example = "2026-11-22T03:04:06.123456Z") Instant recordedAt,
        @Schema(
                        description = "Its place among all events. Rises with each, so that it puts events of a member in their"
                                + " order; numbers are left out where an event is not for the caller.",
                        example = "184467")
                long sequence,
        @Nullable @Schema(description = "The member it happened to, by an opaque id, so that events of one member can be put in order; it says nothing of the person. Absent where there is none.", example = "mem_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String memberId,
        @Nullable
                @Schema(
                        description = "The number of the member's last movement of points after it; absent where it moved none.",
                        example = "42")
                Long memberSequence,
        @Schema(
                        description = "What it tells, as the schema of its type says.",
                        example = "{\"purchaseId\":\"pur_01kq5zv4m8e7t9b3x2c1d0f6ga\",\"storeId\":\"sto_01kq5zv4m8e7t9b3x2c1d0f6ga\",\"points\":25}")
                Map<String, Object> data) {}
