package id.setia.partners;

import id.setia.kernel.Version;
import java.util.UUID;

/**
 * An organisation that posts purchases and may fund points.
 *
 * @param code short name that never changes, {@code tokomaju}
 * @param owner whether the programme is theirs; exactly one partner's is
 */
public record Partner(UUID id, String code, String name, boolean owner, PartnerState state, Version version) {}
