package id.setia.figures;

import id.setia.kernel.Page;
import id.setia.kernel.PublicId;
import id.setia.members.JoinedMember;
import id.setia.members.JoinedMembers;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.points.LedgerAccount;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.purchases.PurchaseDays;
import id.setia.purchases.PurchaseOfDay;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Lists what is behind a figure, as it is in the books now. */
@Singleton
class FigureListing {

    private final PurchaseDays purchases;
    private final JoinedMembers members;
    private final PointsListing points;
    private final PartnerDirectory partners;
    private final ProgramSettings settings;

    FigureListing(
            PurchaseDays purchases,
            JoinedMembers members,
            PointsListing points,
            PartnerDirectory partners,
            ProgramSettings settings) {
        this.purchases = purchases;
        this.members = members;
        this.points = points;
        this.partners = partners;
        this.settings = settings;
    }

    /** @param storeId only what happened there; movements of points are of no store */
    FigureRowListResponse of(Figure figure, Span span, Optional<UUID> storeId, Optional<String> cursor, int limit) {
        return switch (figure) {
            case ACTIVE_MEMBERS -> bought(
                    span.last().minusDays(29), span, Optional.of(true), storeId, cursor, limit);
            case ACTIVE_MEMBERS_90 -> bought(
                    span.last().minusDays(89), span, Optional.of(true), storeId, cursor, limit);
            case SALES, MEMBER_SHARE -> bought(span.first(), span, Optional.empty(), storeId, cursor, limit);
            case MEMBER_SALES -> bought(span.first(), span, Optional.of(true), storeId, cursor, limit);
            case NEW_MEMBERS -> joined(span, storeId, cursor, limit);
            case POINTS_EARNED -> moved(span, LedgerAccount.ISSUED, cursor, limit);
            case POINTS_SPENT, REDEMPTION_RATE -> moved(span, LedgerAccount.REDEEMED, cursor, limit);
            case POINTS_EXPIRED -> moved(span, LedgerAccount.EXPIRED, cursor, limit);
            case POINTS_OUTSTANDING, LIABILITY, EXPECTED_BREAKAGE -> throw new IllegalArgumentException(figure.code());
        };
    }

    private FigureRowListResponse bought(
            LocalDate from, Span span, Optional<Boolean> attached, Optional<UUID> storeId, Optional<String> cursor,
            int limit) {
        return answer(from, span, purchases
                .page(new PurchaseDays.Wanted(from, span.last(), storeId, attached), cursor, limit)
                .map(this::row));
    }

    private static FigureRowListResponse answer(LocalDate from, Span span, Page<FigureRowResponse> page) {
        return new FigureRowListResponse(from, span.last(), page.items(), page.nextCursor().orElse(null));
    }

    private FigureRowResponse row(PurchaseOfDay purchase) {
        return new FigureRowResponse(
                purchase.programDate(),
                purchase.occurredAt(),
                "purchase",
                PublicId.PURCHASE.format(purchase.id()),
                purchase.memberId().map(PublicId.MEMBER::format).orElse(null),
                PublicId.STORE.format(purchase.storeId()),
                storeName(purchase.storeId()).orElse(null),
                purchase.number().orElse(null),
                settings.current().money(purchase.sales()),
                purchase.points());
    }

    private Optional<String> storeName(UUID storeId) {
        return partners.store(storeId).map(Store::name);
    }

    private FigureRowListResponse joined(Span span, Optional<UUID> storeId, Optional<String> cursor, int limit) {
        Program program = settings.current();
        return answer(span.first(), span, members
                .page(program.startOf(span.first()), program.startOf(span.last().plusDays(1)), storeId, cursor, limit)
                .map(member -> row(member, program)));
    }

    private FigureRowResponse row(JoinedMember member, Program program) {
        String id = PublicId.MEMBER.format(member.id());
        return new FigureRowResponse(
                program.dateOf(member.joinedAt()),
                member.joinedAt(),
                "member",
                id,
                id,
                member.storeId().map(PublicId.STORE::format).orElse(null),
                member.storeId().flatMap(this::storeName).orElse(null),
                null,
                null,
                null);
    }

    private FigureRowListResponse moved(Span span, LedgerAccount account, Optional<String> cursor, int limit) {
        return answer(span.first(), span, points.page(span, account, cursor, limit));
    }
}
