package id.setia.access;

import java.util.UUID;

/** The stores there are, for those whose work is bound to some of them. */
public interface KnownStores {

    boolean exists(UUID storeId);
}
