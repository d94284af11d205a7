package id.setia.partners;

import id.setia.kernel.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An organisation that posts purchases and may fund points.
 *
 * @param code short name that never changes, {@code tokomaju}
 * @param owner whether the programme is theirs; exactly one partner's is
 * @param leaving when it leaves or left, where somebody decided so
 */
public record Partner(
        UUID id,
        String code,
        String name,
        boolean owner,
        PartnerState state,
        Version version,
        Optional<Leaving> leaving) {

    /** Whether it had left by a moment, so that purchases from then on earn nothing. */
    public boolean hasLeft(Instant moment) {
        return leaving.filter(dates -> !moment.isBefore(dates.leavesAt())).isPresent();
    }

    Partner leaving(Leaving dates) {
        return new Partner(id, code, name, owner, PartnerState.LEAVING, next(), Optional.of(dates));
    }

    Partner ended(Leaving dates) {
        return new Partner(id, code, name, owner, PartnerState.ENDED, next(), Optional.of(dates));
    }

    private Version next() {
        return new Version(version.number() + 1);
    }
}
