package id.setia.offers;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What decides which offers may serve a member's purchase, read along with other rows of theirs.
 *
 * @param active offers whose benefit is a rule
 * @param known what the member did with offers
 * @param audiences the saved audiences of offers that the member is in
 */
public record DeskReading(UUID memberId, List<Offer> active, List<Activation> known, Set<UUID> audiences) {}
