package id.setia.notices;

import id.setia.kernel.DateText;
import id.setia.kernel.LocalText;
import id.setia.kernel.MoneyText;
import id.setia.kernel.PublicId;
import id.setia.messages.MessageTexts;
import id.setia.offers.OfferAnnouncements;
import id.setia.partners.PartnerDirectory;
import id.setia.partners.Store;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Tier;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The sentences of a notice, put together from its figures when they are read. */
@Singleton
class NoticeTexts {

    private final MessageTexts texts;
    private final ProgramSettings settings;
    private final PartnerDirectory partners;
    private final TierLadder ladder;
    private final OfferAnnouncements offers;

    NoticeTexts(MessageTexts texts, ProgramSettings settings, PartnerDirectory partners, TierLadder ladder, OfferAnnouncements offers) {
        this.texts = texts;
        this.settings = settings;
        this.partners = partners;
        this.ladder = ladder;
        this.offers = offers;
    }

    LocalText title(Notice notice) {
        return both(notice, "title");
    }

    LocalText text(Notice notice) {
        return both(notice, "text");
    }

    private LocalText both(Notice notice, String part) {
        return LocalText.of(in("id", notice, part), in("en", notice, part));
    }

    String in(String language, Notice notice, String part) {
        Program program = settings.current();
        Figures figures = notice.figures();
        return texts.text(
                language,
                "notice." + notice.kind().value() + "." + part,
                points(program, figures.points()).in(language),
                points(program, figures.balance()).in(language),
                worth(program, figures.balance()).in(language),
                store(language, figures.storeId()),
                tier(figures.tier()).in(language),
                day(program, notice.kind(), figures.at()).in(language),
                worth(program, figures.points()).in(language),
                offer(notice).in(language));
    }

    private static LocalText points(Program program, Long points) {
        LocalText number = MoneyText.number(points == null ? 0 : points);
        return LocalText.of(
                number.id() + MoneyText.TIE + program.pointsName().id(),
                number.en() + MoneyText.TIE + program.pointsName().en());
    }

    private static LocalText worth(Program program, Long points) {
        return MoneyText.of(
                program.worthOf(points == null ? 0 : points).minor(program.currency(), ""), program.currency());
    }

    private String store(String language, String storeId) {
        return Optional.ofNullable(storeId)
                .flatMap(PublicId.STORE::parse)
                .flatMap(partners::store)
                .map(Store::name)
                .orElseGet(() -> texts.text(language, "notice.store"));
    }

    private LocalText offer(Notice notice) {
        return OfferTidings.offer(notice)
                .flatMap(offers::name)
                .orElseGet(() -> LocalText.of("", ""));
    }

    private LocalText tier(String code) {
        return Optional.ofNullable(code)
                .flatMap(known -> ladder.current().known(known))
                .map(Tier::name)
                .orElseGet(() -> LocalText.of("", ""));
    }

    /** Points are gone from the moment on, so the day to tell is the one before it. */
    private static LocalText day(Program program, NoticeKind kind, Instant at) {
        if (at == null) {
            return LocalText.of("", "");
        }
        boolean first = kind == NoticeKind.POINTS_EXPIRING || kind == NoticeKind.OFFER_ANNOUNCED;
        return DateText.day(program.dateOf(first ? at.minus(1, ChronoUnit.MICROS) : at));
    }
}
