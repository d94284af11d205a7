package id.setia.profiles;

import id.setia.insights.MemberRfmResponse;
import id.setia.insights.Rfm;
import id.setia.insights.RfmScore;
import id.setia.kernel.BusinessClock;
import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.PublicId;
import id.setia.kernel.Sheaf;
import id.setia.kernel.Transactions;
import id.setia.members.ConsentPurpose;
import id.setia.members.MemberProfile;
import id.setia.members.MemberReading;
import id.setia.members.MemberRegistry;
import id.setia.members.MemberState;
import id.setia.members.NameChecks;
import id.setia.offers.MemberOffers;
import id.setia.offers.OfferMember;
import id.setia.offers.OfferResponse;
import id.setia.points.Balance;
import id.setia.points.MonthSums;
import id.setia.points.NextExpiry;
import id.setia.points.PastBalances;
import id.setia.points.PointsLedger;
import id.setia.points.PointsSummary;
import id.setia.points.Statements;
import id.setia.program.ProgramSettings;
import id.setia.rewards.RewardMember;
import id.setia.tiers.StandingHistory;
import id.setia.tiers.StandingResponse;
import id.setia.tiers.Standings;
import id.setia.tiers.TierResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts a member together from what each room knows. */
@Singleton
class Profiles {

    private final MemberRegistry members;
    private final PointsLedger ledger;
    private final PastBalances pastBalances;
    private final Standings standings;
    private final MemberOffers offers;
    private final Rfm rfm;
    private final ProgramSettings settings;
    private final BusinessClock clock;
    private final Transactions transactions;

    Profiles(
            MemberRegistry members,
            PointsLedger ledger,
            PastBalances pastBalances,
            Standings standings,
            MemberOffers offers,
            Rfm rfm,
            ProgramSettings settings,
            BusinessClock clock,
            Transactions transactions) {
        this.members = members;
        this.ledger = ledger;
        this.pastBalances = pastBalances;
        this.standings = standings;
        this.offers = offers;
        this.rfm = rfm;
        this.settings = settings;
        this.clock = clock;
        this.transactions = transactions;
    }

    MemberProfile member(UUID memberId) {
        return members.profile(memberId).orElseThrow(() -> Problem.of(ProblemCode.MEMBER_NOT_FOUND));
    }

    /**
     * The member with all that is told of them, by one statement; of a merged one, by two, the member they live on as.
     *
     * @throws Problem {@code member_not_found}
     */
    Together together(UUID memberId) {
        Together read = read(memberId);
        for (int step = 0; step < MemberRegistry.LONGEST_CHAIN_OF_MERGES && read.member().mergedInto().isPresent(); step++) {
            read = read(read.member().mergedInto().get());
        }
        return read;
    }

    private Together read(UUID memberId) {
        Sheaf sheaf = new Sheaf();
        Together together = new Together(
                MemberReading.of(memberId, sheaf),
                ledger.read(memberId, sheaf),
                standings.read(memberId, sheaf),
                offers.read(memberId, sheaf));
        transactions.read(sheaf);
        return together;
    }

    MemberResponse response(ProfileReads.Seen seen, Together together) {
        return switch (seen.view()) {
            case FULL -> full(seen, together);
            case MASKED -> masked(seen, together);
        };
    }

    private MemberResponse full(ProfileReads.Seen seen, Together together) {
        MemberProfile member = seen.member();
        StandingHistory history = together.history();
        PointsLedger.Figures figures = ledger.figures(together.account());
        return new MemberResponse(
                PublicId.MEMBER.format(member.id()),
                member.state().value(),
                ProfileView.FULL,
                member.name(),
                null,
                (seen.withContacts() ? member.email() : member.maskedEmail()).orElse(null),
                (seen.withContacts() ? member.phone() : member.maskedPhone()).orElse(null),
                member.birthDate().filter(date -> seen.withContacts()).orElse(null),
                member.language(),
                member.joinedAt(),
                member.cards().stream().map(CardResponse::of).toList(),
                PointsSummary.of(figures.balance(), settings.current()),
                TierResponse.of(history.tierAt(clock.now())),
                standing(member, history, figures.monthSums()),
                member.consents().stream().map(ConsentResponse::of).toList(),
                usableOffers(seen, together),
                seen.byStaff() ? rfm(member) : null);
    }

    private MemberResponse masked(ProfileReads.Seen seen, Together together) {
        MemberProfile member = seen.member();
        StandingHistory history = together.history();
        PointsSummary points =
                PointsSummary.of(ledger.figures(together.account()).balance(), settings.current());
        return new MemberResponse(
                PublicId.MEMBER.format(member.id()),
                member.state().value(),
                ProfileView.MASKED,
                member.maskedName(),
                NameChecks.of(member.name()),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new PointsSummary(
                        points.available(), points.pending(), points.held(), points.debt(), points.worth(), null),
                TierResponse.of(history.tierAt(clock.now())),
                null,
                null,
                usableOffers(seen, together),
                null);
    }

    private MemberRfmResponse rfm(MemberProfile member) {
        RfmScore score = rfm.of(List.of(member.id())).get(member.id());
        return score == null ? null : MemberRfmResponse.of(score, settings.current());
    }

    /** Promotions are for those who claimed their membership. */
    private List<OfferResponse> usableOffers(ProfileReads.Seen seen, Together together) {
        return seen.member().state() == MemberState.UNCLAIMED
                ? List.of()
                : offers.usableOf(
                        ProfileAccess.asking(seen.by(), offerMember(seen.member(), together.history(), seen.view())),
                        together.offers());
    }

    StandingResponse standing(MemberProfile member) {
        return standing(member, history(member), ledger.monthSums(member.id()));
    }

    private StandingResponse standing(MemberProfile member, StandingHistory history, MonthSums sums) {
        Instant now = clock.now();
        return standings
                .view(history, sums, now)
                .sinceJoining(member.joinedAt());
    }

    /**
     * The points now, or as of a past moment.
     *
     * @param named the id that was asked for: the member's, or of one merged into them, whose past is their own
     */
    MemberPointsResponse points(MemberProfile member, UUID named, Optional<Statements.UpTo> moment) {
        Balance balance = moment.map(past -> pastBalances.at(named, past.moment(), past.by()))
                .orElseGet(() -> ledger.balance(member.id()));
        return new MemberPointsResponse(
                PointsSummary.of(balance, settings.current()),
                balance.lots().stream().map(LotResponse::of).toList(),
                NextExpiry.all(balance, settings.current()),
                moment.map(Statements.UpTo::moment).orElse(null),
                moment.map(past -> past.by().value()).orElse(null));
    }

    /** What decides the member's offers; their reasons stay general in the masked view. */
    OfferMember offerMember(MemberProfile member, ProfileView view) {
        return offerMember(member, history(member), view);
    }

    private OfferMember offerMember(MemberProfile member, StandingHistory history, ProfileView view) {
        boolean personal = view == ProfileView.FULL && member.consentsTo(ConsentPurpose.PROFILING);
        return new OfferMember(member.id(), history.tierAt(clock.now()), member.birthDate(), personal);
    }

    /** What decides which rewards the member can have. */
    RewardMember rewardMember(MemberProfile member) {
        return new RewardMember(
                member.id(),
                member.state().maySpend(),
                history(member).tierAt(clock.now()).code(),
                ledger.balance(member.id()).available());
    }

    private StandingHistory history(MemberProfile member) {
        return standings.histories(List.of(member.id())).get(member.id());
    }
}
