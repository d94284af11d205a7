package id.setia.partners;

import java.util.Optional;

/**
 * Something that a partner's leaving would end or leave behind.
 *
 * @param kind a word for it, {@code rule}
 * @param name what staff call it
 * @param points how many points it is about, where it is about points
 */
public record PartnerTie(String kind, String name, Optional<Long> points) {

    public static PartnerTie named(String kind, String name) {
        return new PartnerTie(kind, name, Optional.empty());
    }
}
