package id.setia.faults;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** What clients ask for next: mostly purchases, of few members so that they meet, and everything else that moves something. */
final class Acts {

    private static final int ROWS = 5;

    private final Shop shop;
    private final AtomicLong numbers = new AtomicLong();
    private final Receipts receipts;
    private final Spendings spendings;

    Acts(Shop shop, Journal journal) {
        this.shop = shop;
        this.receipts = new Receipts(shop, journal, numbers);
        this.spendings = new Spendings(shop, journal, numbers);
    }

    Act next() {
        int dice = ThreadLocalRandom.current().nextInt(100);
        if (dice < 10) {
            return receipts.refund().orElseGet(this::purchase);
        }
        if (dice < 13) {
            return receipts.exchange().orElseGet(this::purchase);
        }
        if (dice < 16) {
            return ThreadLocalRandom.current().nextBoolean() ? batch(ROWS) : receipts.signedBatch(ROWS);
        }
        if (dice < 21) {
            return receipts.attachment().orElseGet(this::purchase);
        }
        if (dice < 25) {
            return receipts.move().orElseGet(this::purchase);
        }
        if (dice < 29) {
            return adjustment();
        }
        return spending(dice - 29);
    }

    private Act spending(int dice) {
        if (dice < 5) {
            return spendings.hold();
        }
        if (dice < 11) {
            return spendings.holdEnd().orElseGet(this::purchase);
        }
        if (dice < 17) {
            return spendings.redemption();
        }
        if (dice < 19) {
            return spendings.activation().orElseGet(this::purchase);
        }
        if (dice < 30) {
            return spendings.voucher().orElseGet(this::purchase);
        }
        return purchase();
    }

    Act purchase() {
        return receipts.purchase();
    }

    Act batch(int rows) {
        return receipts.batch(rows);
    }

    Act hold() {
        return spendings.hold();
    }

    Act redemption() {
        return spendings.redemption();
    }

    /** Reads a member; moves nothing. */
    Act look() {
        Shop.Member member = shop.someone();
        return new Act(
                numbers.incrementAndGet(), Act.Kind.LOOK, "", "GET", "/api/v1/members/" + member.id(), "", "", Map.of(), Act.NOTHING);
    }

    private Act adjustment() {
        long number = numbers.incrementAndGet();
        Shop.Member member = shop.someone();
        long points = ThreadLocalRandom.current().nextLong(1, 50) * (ThreadLocalRandom.current().nextBoolean() ? 1 : -1);
        return Act.once(
                number, Act.Kind.ADJUSTMENT, "/api/v1/members/" + member.id() + "/adjustments",
                "{\"points\":" + points + ",\"reason\":\"goodwill\",\"explanation\":\"Mesin kopi rusak\"}",
                Map.of(member.phone(), new Sum(points, 0)), Act.NOTHING);
    }
}
