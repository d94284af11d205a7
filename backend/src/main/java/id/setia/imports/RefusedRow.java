package id.setia.imports;

import id.setia.jobs.JobRefusal;
import java.util.OptionalLong;

/**
 * A row, or a part of its amount, that was not taken.
 *
 * @param amount in smallest units as the file means it, refunds negative; empty where the row does not say
 */
record RefusedRow(FileRow row, Refusal refusal, OptionalLong amount) {

    JobRefusal inLanguage(String language) {
        return new JobRefusal(
                row.number(), refusal.code(), refusal.reason().in(language), amount, row.content());
    }
}
