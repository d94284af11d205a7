package id.setia.imports;

import java.time.LocalDate;

/**
 * What makes rows of a file belong together.
 *
 * @param store its code, empty for the store of the whole file
 * @param date the business date
 */
record ReceiptId(boolean refund, String store, LocalDate date, String till, String number) {}
