package id.setia.audiences;

import id.setia.kernel.FieldError;
import id.setia.kernel.PublicId;
import id.setia.tiers.Ladder;
import id.setia.tiers.Tier;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who something is for, as staff write and read it. */
@Serdeable
@Schema(description = "Who something is for.")
public record AudienceTerms(
        @NotNull
                @Schema(
                        description = "`everyone`: every member; `tiers`: members of some tiers; `birthday_this_month`: members in the"
                                + " month of their birthday; `saved`: a saved audience.",
                        example = "tiers")
                AudienceKind kind,
        @Nullable
                @Size(max = 20)
                @Schema(description = "For `tiers`: their codes.", example = "[\"gold\", \"priority\"]")
                List<String> tiers,
        @Nullable
                @Size(max = 40)
                @Schema(description = "For `saved`: the audience.", example = "aud_01kq5zv4m8e7t9b3x2c1d0f6ga")
                String audienceId) {

    public static AudienceTerms of(Audience audience) {
        return switch (audience) {
            case Audience.Everyone everyone -> new AudienceTerms(AudienceKind.EVERYONE, null, null);
            case Audience.InTiers inTiers -> new AudienceTerms(AudienceKind.TIERS, inTiers.tiers(), null);
            case Audience.BirthdayThisMonth birthday -> new AudienceTerms(AudienceKind.BIRTHDAY_THIS_MONTH, null, null);
            case Audience.Saved saved ->
                new AudienceTerms(AudienceKind.SAVED, null, PublicId.AUDIENCE.format(saved.audienceId()));
        };
    }

    /**
     * The audience; what is wrong with it is added to the errors.
     *
     * @param pointer where it stands in the request
     */
    public Audience read(Ladder ladder, Audiences audiences, String pointer, List<FieldError> errors) {
        if (audienceId != null && kind != AudienceKind.SAVED) {
            errors.add(new FieldError(pointer + "/audienceId", "must_be_absent", List.of()));
        }
        return switch (kind) {
            case EVERYONE -> {
                refuseTiers(pointer, errors);
                yield new Audience.Everyone();
            }
            case BIRTHDAY_THIS_MONTH -> {
                refuseTiers(pointer, errors);
                yield new Audience.BirthdayThisMonth();
            }
            case TIERS -> inTiers(ladder, pointer + "/tiers", errors);
            case SAVED -> {
                refuseTiers(pointer, errors);
                yield saved(audiences, pointer + "/audienceId", errors);
            }
        };
    }

    private void refuseTiers(String pointer, List<FieldError> errors) {
        if (tiers != null && !tiers.isEmpty()) {
            errors.add(new FieldError(pointer + "/tiers", "must_be_absent", List.of()));
        }
    }

    private Audience saved(Audiences audiences, String pointer, List<FieldError> errors) {
        Optional<UUID> id = PublicId.AUDIENCE.parse(audienceId).filter(audiences::exists);
        if (id.isEmpty()) {
            errors.add(new FieldError(pointer, audienceId == null ? "required" : "audience_unknown", List.of()));
        }
        return new Audience.Saved(id.orElse(new UUID(0, 0)));
    }

    private Audience inTiers(Ladder ladder, String pointer, List<FieldError> errors) {
        List<String> known = ladder.tiers().stream().map(Tier::code).toList();
        if (tiers == null || tiers.isEmpty()) {
            errors.add(new FieldError(pointer, "required", List.of()));
            return new Audience.InTiers(List.of());
        }
        for (int index = 0; index < tiers.size(); index++) {
            if (!known.contains(tiers.get(index))) {
                errors.add(new FieldError(pointer + "/" + index, "value_unknown", List.of(String.join(", ", known))));
            }
        }
        return new Audience.InTiers(known.stream().filter(tiers::contains).toList());
    }
}
