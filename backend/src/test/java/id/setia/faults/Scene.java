package id.setia.faults;

import java.util.function.Supplier;

/** All that a fault is played in. */
record Scene(Site site, Shop shop, Hooks hooks, Acts acts, Journal journal, Counter counter, Checks checks, Report report) {

    /** Clients that do everything there is, all the time. */
    Load load(int clients) {
        return load(clients, acts::next);
    }

    Load load(int clients, Supplier<Act> what) {
        return new Load(shop.port(), counter, journal, what).start(clients);
    }

    /** Says what is done now. */
    void now(String fault, int number, int times) {
        report.now(fault, number, times);
        journal.note(fault + ", " + number);
    }

    /** Runs all checks, while no client of the load has anything under way. */
    void check(String fault, Load load) {
        report.timed("checks after " + fault, () -> load.whileQuiet(checks::run));
    }
}
