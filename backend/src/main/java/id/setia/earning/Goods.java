package id.setia.earning;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Set;

/**
 * Which lines a rule is for, beside their category; an empty set asks nothing.
 *
 * @param skus codes of products, as the partner's tills send them
 * @param brands capital and small letters are the same
 */
@Serdeable
public record Goods(Set<String> skus, Set<String> brands) {

    public static final Goods ANY = new Goods(Set.of(), Set.of());

    boolean matches(JudgedLine line) {
        return (skus.isEmpty() || line.sku().filter(skus::contains).isPresent())
                && (brands.isEmpty()
                        || line.brand()
                                .filter(brand -> brands.stream().anyMatch(brand::equalsIgnoreCase))
                                .isPresent());
    }
}
