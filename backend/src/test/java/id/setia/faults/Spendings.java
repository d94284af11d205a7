package id.setia.faults;

import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Points set aside and used, rewards taken and given back, offers activated, and what becomes of the vouchers of both. */
final class Spendings {

    private final Shop shop;
    private final Journal journal;
    private final AtomicLong numbers;
    private final Deque<SetAside> open = new ConcurrentLinkedDeque<>();
    private final Deque<Shop.Member> offered = new ConcurrentLinkedDeque<>();
    private final Deque<Voucher> issued = new ConcurrentLinkedDeque<>();
    private final Deque<Voucher> shown = new ConcurrentLinkedDeque<>();
    private final Deque<Voucher> used = new ConcurrentLinkedDeque<>();

    private record SetAside(String holdId, String member, long points) {}

    /**
     * @param act the last one on it
     * @param redemption what gave it; empty where it was the offer
     * @param code empty until it was shown
     * @param receipt what it was used for last
     */
    private record Voucher(long act, Shop.Member owner, String redemption, String id, String code, String receipt) {

        Voucher after(long later) {
            return new Voucher(later, owner, redemption, id, code, receipt);
        }

        Voucher shown(long later, String asCode) {
            return new Voucher(later, owner, redemption, id, asCode, receipt);
        }

        Voucher usedFor(long later) {
            return new Voucher(later, owner, redemption, id, code, "V" + later);
        }

        String body() {
            return "{\"code\":\"%s\",\"receipt\":{\"orderNumber\":\"%s\"}}".formatted(code, receipt);
        }
    }

    Spendings(Shop shop, Journal journal, AtomicLong numbers) {
        this.shop = shop;
        this.journal = journal;
        this.numbers = numbers;
        offered.addAll(shop.members());
    }

    Act hold() {
        long number = numbers.incrementAndGet();
        String member = shop.someone().phone();
        long points = ThreadLocalRandom.current().nextLong(1, 40);
        String body = """
                {"member":{"phone":"%s"},"points":%d,"purpose":"other","reference":"h%d","expiresInSeconds":86400,\
                "proof":{"kind":"pin","code":"%s"}}""".formatted(member, points, number, Shop.PIN);
        return Act.once(
                number, Act.Kind.HOLD, "/api/v1/holds", body, Map.of(member, new Sum(0, points)),
                reply -> open.add(new SetAside(reply.text("holdId"), member, points)));
    }

    /** Uses what was set aside, or some of it, or gives it back. */
    Optional<Act> holdEnd() {
        return Optional.ofNullable(open.poll()).map(hold -> {
            long number = numbers.incrementAndGet();
            String path = "/api/v1/holds/" + hold.holdId();
            if (ThreadLocalRandom.current().nextBoolean()) {
                return Act.put(
                        number, Act.Kind.CANCELLATION, path + "/cancellation", "", Map.of(hold.member(), new Sum(0, -hold.points())),
                        Act.NOTHING);
            }
            long taken = ThreadLocalRandom.current().nextLong(1, hold.points() + 1);
            return Act.put(
                    number, Act.Kind.CONFIRMATION, path + "/confirmation", "{\"points\":" + taken + "}",
                    Map.of(hold.member(), new Sum(-taken, -hold.points())), Act.NOTHING);
        });
    }

    /** Points for a good cause, or for a voucher. */
    Act redemption() {
        long number = numbers.incrementAndGet();
        Shop.Member member = shop.someone();
        boolean voucher = ThreadLocalRandom.current().nextBoolean();
        String reward = voucher ? shop.voucherReward() : shop.donation();
        return Act.once(
                number, Act.Kind.REDEMPTION, of(member) + "/redemptions", "{\"rewardId\":\"" + reward + "\"}",
                Map.of(member.phone(), new Sum(-Shop.REWARD_POINTS, 0)), reply -> {
                    if (voucher) {
                        String id = reply.json().get("voucher").get("voucherId").getStringValue();
                        issued.add(new Voucher(number, member, reply.text("redemptionId"), id, "", ""));
                    }
                });
    }

    /** The offer that gives a voucher, once to each until it is taken back. */
    Optional<Act> activation() {
        return Optional.ofNullable(offered.poll()).map(member -> {
            long number = numbers.incrementAndGet();
            return Act.own(number, Act.Kind.ACTIVATION, member.phone(), "PUT", activationPath(), reply -> {
                String id = reply.json().get("voucher").get("voucherId").getStringValue();
                issued.add(new Voucher(number, member, "", id, "", ""));
            });
        });
    }

    /** What comes next with a voucher: it is shown, used, used no more, or given back. */
    Optional<Act> voucher() {
        return switch (ThreadLocalRandom.current().nextInt(4)) {
            case 0 -> Optional.ofNullable(issued.poll()).map(this::show);
            case 1 -> Optional.ofNullable(shown.poll()).map(this::use);
            case 2 -> Optional.ofNullable(used.poll()).map(this::undo);
            default -> Optional.ofNullable(ThreadLocalRandom.current().nextBoolean() ? issued.poll() : shown.poll()).map(this::giveBack);
        };
    }

    private Act show(Voucher voucher) {
        long number = overtaking(voucher);
        return Act.own(
                number, Act.Kind.VOUCHER_SHOWN, voucher.owner().phone(), "PUT",
                "/api/v1/members/me/vouchers/" + voucher.id() + "/reveal",
                reply -> shown.add(voucher.shown(number, reply.text("code"))));
    }

    private Act use(Voucher voucher) {
        long number = overtaking(voucher);
        Voucher after = voucher.usedFor(number);
        return Act.post(
                number, Act.Kind.VOUCHER_USE, "/api/v1/vouchers/use", after.body(), Map.of(), reply -> used.add(after));
    }

    private Act undo(Voucher voucher) {
        long number = overtaking(voucher);
        return Act.post(
                number, Act.Kind.VOUCHER_UNDO, "/api/v1/vouchers/undo", voucher.body(), Map.of(),
                reply -> shown.add(voucher.after(number)));
    }

    private Act giveBack(Voucher voucher) {
        long number = overtaking(voucher);
        if (voucher.redemption().isEmpty()) {
            return Act.own(
                    number, Act.Kind.ACTIVATION_TAKEN_BACK, voucher.owner().phone(), "DELETE", activationPath(), reply -> {
                        journal.overtaken(number);
                        offered.add(voucher.owner());
                    });
        }
        return Act.put(
                number, Act.Kind.REDEMPTION_CANCELLATION, of(voucher.owner()) + "/redemptions/" + voucher.redemption() + "/cancellation",
                "", Map.of(voucher.owner().phone(), new Sum(Shop.REWARD_POINTS, 0)), Act.NOTHING);
    }

    private long overtaking(Voucher voucher) {
        journal.overtaken(voucher.act());
        return numbers.incrementAndGet();
    }

    private String activationPath() {
        return "/api/v1/members/me/offers/" + shop.offer() + "/activation";
    }

    private static String of(Shop.Member member) {
        return "/api/v1/members/" + member.id();
    }
}
