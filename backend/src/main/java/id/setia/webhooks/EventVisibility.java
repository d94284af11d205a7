package id.setia.webhooks;

import id.setia.kernel.PublicId;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberRegistry;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.posting.Holds;
import id.setia.purchases.Purchases;
import id.setia.purchases.Refunds;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which events a partner is shown: what happened at its own stores, and what happened to members who agree, at the moment of
 * telling, to sharing with partners. Reads for many events at once.
 */
@Singleton
class EventVisibility {

    private final PartnerDirectory partners;
    private final Purchases purchases;
    private final Refunds refunds;
    private final Holds holds;
    private final MemberRegistry members;

    EventVisibility(
            PartnerDirectory partners, Purchases purchases, Refunds refunds, Holds holds, MemberRegistry members) {
        this.partners = partners;
        this.purchases = purchases;
        this.refunds = refunds;
        this.holds = holds;
        this.members = members;
    }

    /** Those of the events that the viewer is shown, in their order. */
    List<ToldEvent> shown(Viewer viewer, List<ToldEvent> events) {
        return viewer.partnerId().isEmpty() ? events : shown(viewer.partnerId().get(), events);
    }

    private List<ToldEvent> shown(UUID partnerId, List<ToldEvent> events) {
        Map<UUID, UUID> sellers = whose(events, "purchaseId", PublicId.PURCHASE, purchases::partners);
        Map<UUID, UUID> returners = whose(events, "refundId", PublicId.REFUND, refunds::partners);
        Map<UUID, UUID> holders = whose(events, "holdId", PublicId.HOLD, holds::partners);
        Set<UUID> sharing = members.consenting(
                events.stream()
                        .filter(event -> event.type().audience() == EventAudience.SHARING)
                        .flatMap(event -> event.at().event().memberId().stream())
                        .collect(Collectors.toSet()),
                ConsentPurpose.PARTNER_SHARING);
        return events.stream()
                .filter(event -> switch (event.type().audience()) {
                    case OWNER -> false;
                    case PARTNERS -> true;
                    case PARTNER -> isPartner(event, partnerId);
                    case SHARING -> event.at().event().memberId().filter(sharing::contains).isPresent()
                            || isAtStoreOf(event, partnerId)
                            || isOf(event, "purchaseId", PublicId.PURCHASE, sellers, partnerId)
                            || isOf(event, "refundId", PublicId.REFUND, returners, partnerId)
                            || isOf(event, "holdId", PublicId.HOLD, holders, partnerId);
                })
                .toList();
    }

    private static Map<UUID, UUID> whose(
            List<ToldEvent> events, String field, PublicId kind, Function<Collection<UUID>, Map<UUID, UUID>> reading) {
        Set<UUID> ids = events.stream()
                .filter(event -> event.type().audience() == EventAudience.SHARING)
                .filter(event -> !event.payload().containsKey("storeId"))
                .flatMap(event -> id(event, field, kind).stream())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : reading.apply(ids);
    }

    private static Optional<UUID> id(ToldEvent event, String field, PublicId kind) {
        return event.payload().get(field) instanceof String text ? kind.parse(text) : Optional.empty();
    }

    private static boolean isOf(
            ToldEvent event, String field, PublicId kind, Map<UUID, UUID> owners, UUID partnerId) {
        return id(event, field, kind).map(owners::get).filter(partnerId::equals).isPresent();
    }

    private boolean isAtStoreOf(ToldEvent event, UUID partnerId) {
        return id(event, "storeId", PublicId.STORE)
                .flatMap(partners::store)
                .map(Store::partnerId)
                .filter(partnerId::equals)
                .isPresent();
    }

    private static boolean isPartner(ToldEvent event, UUID partnerId) {
        return id(event, "partnerId", PublicId.PARTNER).filter(partnerId::equals).isPresent();
    }
}
