package id.setia.closing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the programme owes its members as the ledger stood at a moment.
 *
 * @param funders those with anything to show, in the order of ids
 * @param program lots of all funders whose date had passed
 */
record Liability(
        Instant asOf, PointValue value, Breakage.Fallback fallback, List<Owed> funders, Breakage.Sample program) {

    static Liability of(Instant asOf, PointValue value, Breakage.Fallback fallback, Map<UUID, Owed> sums) {
        return new Liability(
                asOf,
                value,
                fallback,
                new TreeMap<>(sums).values().stream()
                        .filter(owed -> !owed.equals(Owed.nothing(owed.funderId())))
                        .toList(),
                Breakage.total(sums.values().stream().map(Owed::over).toList()));
    }

    /** The part of one funder alone; its breakage is still told from the programme's history where its own is short. */
    Liability of(UUID funderId) {
        return new Liability(
                asOf,
                value,
                fallback,
                funders.stream().filter(owed -> owed.funderId().equals(funderId)).toList(),
                program);
    }

    Breakage breakage(Owed owed) {
        return Breakage.of(owed.over(), program, fallback);
    }
}
