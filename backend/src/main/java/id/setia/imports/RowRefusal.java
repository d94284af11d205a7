package id.setia.imports;

import id.setia.kernel.LocalText;

/** Why a row of a file of purchases was not taken. */
enum RowRefusal implements Refusal {
    COLUMNS_DIFFER(Refusal.OTHER_COLUMNS),
    QUOTE_UNCLOSED(Refusal.OPEN_QUOTE),
    RECEIPT_NUMBER_MISSING("Nomor struk kosong.", "There is no receipt number."),
    ITEM_MISSING("SKU dan nama barang kosong.", "There is neither a SKU nor a name."),
    VALUE_TOO_LONG("Salah satu nilai terlalu panjang.", "One of the values is too long."),
    TIME_MALFORMED(
            "Waktu tidak terbaca; tulis seperti 2026-11-22 14:05:00.", "The time is not readable; write 2026-11-22 14:05:00."),
    TIME_OUT_OF_RANGE("Waktu sebelum 1990 atau setelah 2199.", "The time is before 1990 or after 2199."),
    TIME_IN_FUTURE("Waktu lebih dari 24 jam di depan.", "The time is more than 24 hours ahead."),
    KIND_UNKNOWN("Jenis harus purchase atau refund.", "The kind is neither purchase nor refund."),
    CHANNEL_UNKNOWN("Kanal harus store, online, app, atau phone.", "The channel is none of store, online, app, phone."),
    STORE_UNKNOWN("Tidak ada toko dengan kode ini.", "There is no store with this code."),
    QUANTITY_MALFORMED(
            "Jumlah bukan angka dengan paling banyak tiga desimal.", "The quantity is no number with at most three decimals."),
    QUANTITY_NOT_POSITIVE(
            "Jumlah nol atau negatif di luar retur: penyesuaian stok, bukan penjualan.",
            "Zero or negative quantity outside a refund: a stock adjustment, not a sale."),
    PRICE_MALFORMED("Harga bukan angka yang dapat dibaca.", "The price is no readable number."),
    PRICE_NEGATIVE("Harga negatif.", "The price is negative."),
    AMOUNT_TOO_LARGE("Nilainya terlalu besar.", "The amount is too large."),
    NOTHING_PAID(
            "Tidak ada yang dibayar di struk ini: penyesuaian stok, bukan penjualan.",
            "Nothing was paid on the whole receipt: a stock adjustment, not a sale."),
    CUSTOMER_DIFFERS(
            "Struk ini sudah milik pelanggan lain di baris sebelumnya.",
            "Earlier rows of this receipt name another customer."),
    RECEIPT_TOO_LONG("Struk berisi lebih dari 1.000 baris.", "The receipt has more than 1,000 rows."),
    RECEIPT_CONFLICT(
            "Struk dengan nomor ini sudah tercatat dengan isi lain, atau barisnya terpisah jauh di berkas.",
            "A receipt with this number is in the books with other content, or its rows stand far apart in the file."),
    REFUND_CONFLICT(
            "Retur dengan nomor ini sudah tercatat dengan isi lain.",
            "A refund with this number is in the books with other content."),
    CUSTOMER_MISSING(
            "Retur tanpa pelanggan: pembelian asalnya tidak dapat dicari.",
            "A refund without a customer: its purchase cannot be looked for."),
    ORIGINAL_NOT_FOUND(
            "Tidak ada pembelian sebelumnya dari pelanggan ini yang masih memuat barang ini.",
            "No earlier purchase of this customer still holds this item."),
    ORIGINAL_PARTLY_FOUND(
            "Sebagian sudah diretur; untuk sisanya tidak ada pembelian sebelumnya.",
            "Taken back in part; for the rest there is no earlier purchase of this customer.");

    private final LocalText reason;

    RowRefusal(LocalText reason) {
        this.reason = reason;
    }

    RowRefusal(String indonesian, String english) {
        this(LocalText.of(indonesian, english));
    }

    @Override
    public LocalText reason() {
        return reason;
    }
}
