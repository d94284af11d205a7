package id.setia.access;

import id.setia.kernel.FieldError;
import id.setia.kernel.PublicId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody does here: their roles, and the stores that those of a store manager are bound to. */
record StaffWork(Set<Role> roles, Set<UUID> stores) {

    private static final UUID NO_STORE = new UUID(0, 0);

    static StaffWork of(List<String> roles, List<String> stores) {
        return new StaffWork(
                roles.stream()
                        .map(value -> Role.valueOf(value.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))),
                stores.stream().map(StaffWork::storeId).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Text that is no id of a store becomes one that no store has. */
    private static UUID storeId(String text) {
        return PublicId.STORE.parse(text).orElse(NO_STORE);
    }

    /** The same as {@code account} has. */
    boolean sameAs(StaffAccount account) {
        return roles.equals(account.roles()) && stores.equals(account.stores());
    }

    List<FieldError> objections(KnownStores known) {
        List<FieldError> objections = new ArrayList<>();
        boolean manager = roles.contains(Role.STORE_MANAGER);
        if (manager && stores.isEmpty()) {
            objections.add(new FieldError("/stores", "stores_needed", List.of()));
        }
        if (!manager && !stores.isEmpty()) {
            objections.add(new FieldError("/stores", "stores_without_role", List.of()));
        }
        if (!stores.stream().allMatch(known::exists)) {
            objections.add(new FieldError("/stores", "store_unknown", List.of()));
        }
        return objections;
    }

    /** As the audit trail compares it. */
    String storesText() {
        return new TreeSet<>(stores).toString();
    }
}
