package id.setia.portal;

import id.setia.testing.TestMembers;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInfo;

/** Brings pages in many looks before the {@link PageJudge}. */
abstract class PageJudging {

    private static LongSummaryStatistics nanos = new LongSummaryStatistics();

    final Portal portal;

    PageJudging(Portal portal) {
        this.portal = portal;
    }

    @AfterAll
    static void tell_what_it_took(TestInfo info) {
        System.out.printf(
                "%s: %d pages and states judged in %d s%s%n",
                info.getDisplayName(), nanos.getCount(), TimeUnit.NANOSECONDS.toSeconds(nanos.getSum()), Look.FULL ? ", in every look" : "");
        nanos = new LongSummaryStatistics();
    }

    final Visitor visitor(int width, String language, boolean dark) {
        Visitor visitor = portal.visitor(width, language);
        if (dark) {
            visitor.inTheDark();
        }
        return visitor;
    }

    final Visitor signedIn(TestMembers.TestMember member, int width, String language, boolean dark) {
        return visitor(width, language, dark).signIn("/sign-in", member.email(), TestMembers.PASSWORD);
    }

    final Visitor staff(int width, String language, boolean dark) {
        return visitor(width, language, dark).signIn("/staff/sign-in", Shop.STAFF_EMAIL, TestMembers.PASSWORD);
    }

    static void judge(Visitor visitor, List<String> paths) {
        for (String path : paths) {
            visitor.open(path);
            PortalPage.settled(visitor);
            judge(visitor, path);
        }
    }

    static void judge(Visitor visitor, String where) {
        timed(() -> PageJudge.judge(visitor, where));
    }

    static void timed(Runnable judging) {
        long start = System.nanoTime();
        judging.run();
        nanos.accept(System.nanoTime() - start);
    }
}
