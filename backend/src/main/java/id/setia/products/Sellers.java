package id.setia.products;

import java.util.UUID;

/** Whose products there are, as whoever knows the partners tells it. */
public interface Sellers {

    /** The partner whose programme it is. */
    UUID owner();

    boolean isKnown(UUID partnerId);
}
