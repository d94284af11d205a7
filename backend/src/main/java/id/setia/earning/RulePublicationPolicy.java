package id.setia.earning;

import id.setia.access.Role;
import id.setia.kernel.Money;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a rule may cost before a second person has to agree to its publication. */
@Serdeable
@Schema(description = "What a rule may be expected to cost before a second person has to agree to its publication.")
public record RulePublicationPolicy(
        @Nullable
                @Min(0)
                @Schema(description = "Points a month that one person may decide alone; any number when absent.", example = "50000")
                Long pointsPerMonth,
        @Nullable
                @Valid
                @Schema(description = "What these points may be worth to members; any amount when absent.")
                Money worthPerMonth,
        @NotNull
                @Size(min = 1, max = 20)
                @Schema(description = "Roles that may say yes to another person's publication.", example = "[\"administrator\",\"finance\"]")
                List<@NotNull @Size(max = 40) String> approvers) {

    /** Name of the setting. */
    public static final String SETTING = "rules.publication";

    /** What a new programme begins with. */
    public static final RulePublicationPolicy USUAL =
            new RulePublicationPolicy(null, null, List.of("administrator", "finance"));

    boolean asksNobody() {
        return pointsPerMonth == null && worthPerMonth == null;
    }

    boolean mayApprove(Set<Role> roles) {
        return roles.stream().anyMatch(role -> approvers.contains(role.value()));
    }

    boolean namesRoles() {
        return approvers.stream().allMatch(name -> Arrays.stream(Role.values()).anyMatch(role -> role.value().equals(name)));
    }
}
