package id.setia.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a member of staff is there for. */
public enum Role {
    ADMINISTRATOR,
    MARKETER,
    SERVICE_AGENT,
    STORE_MANAGER,
    FINANCE,
    ANALYST,
    AUDITOR;

    /** As it stands in answers, {@code service_agent}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Several roles as one text, {@code administrator marketer}. */
    static String join(Collection<Role> roles) {
        return roles.stream().sorted(Comparator.naturalOrder()).map(Role::value).collect(Collectors.joining(" "));
    }

    static Set<Role> split(String text) {
        return text.isBlank()
                ? EnumSet.noneOf(Role.class)
                : Arrays.stream(text.split(" "))
                        .map(value -> valueOf(value.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
