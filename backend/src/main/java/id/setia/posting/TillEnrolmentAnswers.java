package id.setia.posting;

import id.setia.kernel.BusinessClock;
import id.setia.kernel.LocalText;
import id.setia.kernel.PublicId;
import id.setia.members.EnrolledAtTill;
import id.setia.members.FoundMember;
import id.setia.members.MemberRegistry;
import id.setia.points.PointsLedger;
import id.setia.points.PointsSummary;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Standings;
import id.setia.tiers.TierResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Enrolments at tills as answers: whoever the member is, the till learns no more than of anybody who shows a phone. */
@Singleton
class TillEnrolmentAnswers {

    private final MemberRegistry members;
    private final PointsLedger ledger;
    private final Standings standings;
    private final ProgramSettings settings;
    private final PrintLines lines;
    private final BusinessClock clock;

    TillEnrolmentAnswers(
            MemberRegistry members,
            PointsLedger ledger,
            Standings standings,
            ProgramSettings settings,
            PrintLines lines,
            BusinessClock clock) {
        this.members = members;
        this.ledger = ledger;
        this.standings = standings;
        this.settings = settings;
        this.lines = lines;
        this.clock = clock;
    }

    EnrolledMemberResponse of(EnrolledAtTill enrolled) {
        FoundMember member = members.members(List.of(enrolled.memberId())).get(enrolled.memberId());
        PointsSummary points =
                PointsSummary.of(ledger.balance(member.id()), settings.current()).withoutNextExpiry();
        return new EnrolledMemberResponse(
                PublicId.MEMBER.format(member.id()),
                enrolled.created(),
                member.state().value(),
                member.maskedName(),
                enrolled.card().orElse(null),
                TierResponse.of(standings
                        .histories(List.of(member.id()))
                        .get(member.id())
                        .tierAt(clock.now())),
                points,
                enrolled.told(),
                enrolled.created() ? repeat() : compare(member),
                lines.enrolment(member.state(), member.language(), enrolled.card(), points.available()));
    }

    private static LocalText repeat() {
        return LocalText.of(
                "Bacakan kembali nomor HP kepada pelanggan sebelum melanjutkan.",
                "Read the phone number back to the customer before going on.");
    }

    private static LocalText compare(FoundMember member) {
        return member.name().isEmpty()
                ? LocalText.of(
                        "Nomor ini sudah terdaftar, tanpa nama. Bacakan kembali nomornya.",
                        "This number is enrolled already, without a name. Read the number back.")
                : LocalText.of(
                        "Nomor ini sudah terdaftar. Cocokkan nama " + member.maskedName()
                                + ". Tidak cocok? Periksa nomornya, jangan lanjutkan.",
                        "This number is enrolled already. Compare the name " + member.maskedName()
                                + ". Not a match? Check the number, do not go on.");
    }
}
