package id.setia.posting;

import id.setia.access.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How many points each role may add or take alone, and who may say yes to more. */
@Serdeable
@Schema(description = "How many points each role may add or take alone, and whose yes is needed beyond.")
public record ApprovalLimits(
        @NotNull @Size(max = 20) @Schema(description = "The limits; a role that is not named may do nothing alone.") List<@Valid @NotNull RoleLimit> limits,
        @NotNull @Size(min = 1, max = 20) @Schema(description = "Roles that may say yes to another person's request.", example = "[\"administrator\",\"finance\"]")
                List<@NotNull @Size(max = 40) String> approvers) {

    /** Name of the setting. */
    public static final String SETTING = "approvals.limits";

    /** What a new programme begins with. */
    public static final ApprovalLimits USUAL = new ApprovalLimits(
            List.of(
                    new RoleLimit("service_agent", 1_000L, 5_000L),
                    new RoleLimit("administrator", 10_000L, 50_000L)),
            List.of("administrator", "finance"));

    /** What one person may do alone: the widest of their roles; nothing without one. */
    RoleLimit of(Collection<Role> roles) {
        return limits.stream()
                .filter(limit -> roles.stream().anyMatch(role -> role.value().equals(limit.role())))
                .max(Comparator.comparing(RoleLimit::perAct))
                .orElse(new RoleLimit("", 0L, 0L));
    }

    boolean mayApprove(Set<Role> roles) {
        return roles.stream().anyMatch(role -> approvers.contains(role.value()));
    }

    /** Whether every role named is one. */
    boolean namesRoles() {
        return limits.stream().map(RoleLimit::role).allMatch(ApprovalLimits::isRole)
                && approvers.stream().allMatch(ApprovalLimits::isRole);
    }

    private static boolean isRole(String name) {
        try {
            return Role.valueOf(name.toUpperCase(Locale.ROOT)).value().equals(name);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
