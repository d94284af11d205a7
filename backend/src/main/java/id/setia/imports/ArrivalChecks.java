package id.setia.imports;

import id.setia.members.MemberArrivals.Holder;
import id.setia.members.MemberReference;
import id.setia.tiers.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of a row of members, by what else is in the file and in the books. A trial and the import itself
 * decide alike.
 *
 * @param repeats what stands in several rows of the file
 * @param holders who has the references of the rows
 * @param openings posting keys of opening balances given before
 * @param lowest the tier everybody has
 * @param today by the programme's calendar
 */
record ArrivalChecks(
        Repeats repeats, Map<MemberReference, Holder> holders, Set<String> openings, Optional<Tier> lowest, LocalDate today) {

    void decide(PreparedRow prepared, ArrivalOutcome outcome) {
        MemberRow row = prepared.row();
        Optional<Holder> known = Optional.ofNullable(holders.get(row.number()));
        Optional<MemberRefusal> refusal = refusal(prepared, known);
        if (refusal.isPresent()) {
            outcome.refused(row.reported(refusal.get()));
        } else if (known.isPresent()) {
            outcome.before(row);
        } else {
            outcome.imported(newcomer(prepared));
        }
    }

    private Optional<MemberRefusal> refusal(PreparedRow prepared, Optional<Holder> known) {
        MemberRow row = prepared.row();
        long number = row.source().number();
        if (row.numbers().stream().anyMatch(reference -> repeats.isRepeated(reference, number))) {
            return Optional.of(MemberRefusal.NUMBER_REPEATED);
        }
        if (row.cards().stream().anyMatch(reference -> repeats.isRepeated(reference, number))) {
            return Optional.of(MemberRefusal.CARD_REPEATED);
        }
        if (known.isPresent()) {
            return known.get().arrivedAs(prepared.fingerprint())
                    ? Optional.empty()
                    : Optional.of(
                            known.get().arrivedAs().isPresent()
                                    ? MemberRefusal.CONTENT_DIFFERS
                                    : MemberRefusal.NUMBER_TAKEN);
        }
        if (row.numbers().stream().anyMatch(holders::containsKey)) {
            return Optional.of(MemberRefusal.NUMBER_TAKEN);
        }
        if (row.cards().stream().anyMatch(holders::containsKey)) {
            return Optional.of(MemberRefusal.CARD_TAKEN);
        }
        return prepared.openingKeys().anyMatch(openings::contains)
                ? Optional.of(MemberRefusal.OPENING_GIVEN)
                : Optional.empty();
    }

    private Newcomer newcomer(PreparedRow prepared) {
        MemberRow row = prepared.row();
        List<RefusedRow> notices = new ArrayList<>();
        List<Newcomer.Lot> lots = lots(row, notices);
        return new Newcomer(
                prepared,
                contact(row, row.phone(), MemberNotice.PHONE_SHARED, MemberNotice.PHONE_TAKEN, notices),
                contact(row, row.email(), MemberNotice.EMAIL_SHARED, MemberNotice.EMAIL_TAKEN, notices),
                lots,
                tier(row, notices),
                notices);
    }

    private Optional<MemberReference> contact(
            MemberRow row,
            Optional<MemberReference> contact,
            MemberNotice shared,
            MemberNotice taken,
            List<RefusedRow> notices) {
        if (contact.isEmpty()) {
            return contact;
        }
        boolean isShared = repeats.isShared(contact.get());
        if (isShared || holders.containsKey(contact.get())) {
            notices.add(row.reported(isShared ? shared : taken, 0));
            return Optional.empty();
        }
        return contact;
    }

    private List<Newcomer.Lot> lots(MemberRow row, List<RefusedRow> notices) {
        List<Newcomer.Lot> lots = new ArrayList<>();
        long expired = 0;
        for (int place = 0; place < row.opening().size(); place++) {
            OpeningLot lot = row.opening().get(place);
            if (lot.isExpired(today)) {
                expired += lot.points();
            } else {
                lots.add(new Newcomer.Lot(place, lot));
            }
        }
        if (expired > 0) {
            notices.add(row.reported(MemberNotice.POINTS_EXPIRED, expired));
        }
        return lots;
    }

    /** The lowest tier is everybody's and needs no standing. */
    private Optional<Tier> tier(MemberRow row, List<RefusedRow> notices) {
        Optional<Tier> tier = row.tier().filter(given -> !Optional.of(given).equals(lowest));
        if (tier.isPresent() && row.tierUntil().orElseThrow().isBefore(today)) {
            notices.add(row.reported(MemberNotice.TIER_ENDED, 0));
            return Optional.empty();
        }
        return tier;
    }
}
