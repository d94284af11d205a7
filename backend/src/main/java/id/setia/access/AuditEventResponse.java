package id.setia.access;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Something somebody did or saw. */
@Serdeable
@Schema(description = "Something somebody did or saw.")
public record AuditEventResponse(
        @Schema(description = "Its number in the trail, without gaps from 1.", example = "4711") Long number,
        @Schema(description = "When.", example = "2026-11-22T03:04:05.123456Z") Instant at,
        @Schema(description = "Who.") AuditPartyResponse actor,
        @Schema(description = "What, as a thing and what happened to it.", example = "staff.invited") String action,
        @Schema(description = "To what.") AuditPartyResponse subject,
        @Schema(description = "Names of the fields concerned; of their values the trail keeps only hashes.", example = "[\"roles\"]")
                List<String> fields) {

    private static final UUID NOTHING_IN_PARTICULAR = new UUID(0, 0);

    static AuditEventResponse of(AuditEvent event, Map<UUID, String> names) {
        return new AuditEventResponse(
                event.seq(),
                event.at(),
                party(event.actorKind(), event.actorId(), names),
                event.action(),
                party(event.subjectKind(), Optional.ofNullable(event.subjectId()), names),
                Arrays.stream(event.fields().split(" "))
                        .filter(field -> !field.isEmpty())
                        .map(field -> field.split("=", 2)[0])
                        .toList());
    }

    private static AuditPartyResponse party(String kind, Optional<UUID> anyId, Map<UUID, String> names) {
        Optional<UUID> id = anyId.filter(known -> !known.equals(NOTHING_IN_PARTICULAR));
        return new AuditPartyResponse(
                kind,
                id.map(known -> AuditQuery.text(kind, known)).orElse(null),
                id.filter(known -> kind.equals("staff")).map(names::get).orElse(null));
    }
}
