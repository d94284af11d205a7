package id.setia.posting;

import id.setia.earning.RuleBook;
import id.setia.earning.RuleDefinition;
import id.setia.earning.RuleVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A rule as it would be: a version that takes the place of all others of its rule, or a new rule's first.
 *
 * @param version the version to try, in force at any time
 */
record RuleChange(RuleVersion version) {

    /** Stands for a rule that is not there yet. */
    static final UUID NEW = new UUID(0, 0);

    /** A rule with other contents, or a new one, whatever the time. */
    static RuleChange of(RuleBook book, Optional<UUID> ruleId, RuleDefinition definition) {
        UUID rule = ruleId.orElse(NEW);
        String code = book.versions(rule).stream().map(RuleVersion::code).findFirst().orElse("");
        return new RuleChange(new RuleVersion(rule, code, 0, Instant.EPOCH, Optional.empty(), definition));
    }

    /** The rule that would be changed; empty for a new one. */
    Optional<UUID> ofRule() {
        return Optional.of(version.ruleId()).filter(id -> !id.equals(NEW));
    }

    /** The audiences it names. */
    Set<UUID> audiences() {
        return version.definition().conditions().ofBuyer().audiences();
    }

    /** The versions with the change among them, in the order of their codes. */
    List<RuleVersion> in(List<RuleVersion> others) {
        return Stream.concat(
                        others.stream().filter(other -> !other.ruleId().equals(version.ruleId())), Stream.of(version))
                .sorted(Comparator.comparing(RuleVersion::code))
                .toList();
    }
}
