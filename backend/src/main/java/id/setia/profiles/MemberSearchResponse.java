package id.setia.profiles;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Members found. */
@Serdeable
@Schema(description = "Members found, at most 20.")
public record MemberSearchResponse(@Schema(description = "The members.") List<MemberSearchItem> items) {}
