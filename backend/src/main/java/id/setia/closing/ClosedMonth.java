package id.setia.closing;

import java.util.List;
import java.util.UUID;

/**
 * A closing with its figures.
 *
 * @param before what a point counted for in the closing before, the same as in this one where there was none
 * @param funders in the order of ids
 * @param program lots of all funders whose date had passed
 */
record ClosedMonth(
        Closing closing, PointValue value, PointValue before, List<FunderClosing> funders, Breakage.Sample program) {

    boolean reconciled() {
        return funders.stream().allMatch(FunderClosing::reconciled);
    }

    Breakage breakage(FunderClosing funder) {
        return Breakage.of(funder.owed().over(), program, closing.fallback());
    }

    /** The part of one funder alone. */
    ClosedMonth of(UUID funderId) {
        return new ClosedMonth(
                closing,
                value,
                before,
                funders.stream().filter(funder -> funder.funderId().equals(funderId)).toList(),
                program);
    }
}
