package id.setia.jobs;

import java.util.OptionalLong;

/**
 * A row of a job's file that was not taken, or not all of it.
 *
 * @param row as a spreadsheet numbers it; the header is row 1
 * @param code stable code of the reason
 * @param reason the same in words
 * @param amount what it was about, in smallest units, where known
 * @param content the row as it came, one line of CSV, or what names it; kept up to 8,000 bytes, then cut and marked with …
 */
public record JobRefusal(long row, String code, String reason, OptionalLong amount, String content) {}
