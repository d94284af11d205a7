package id.setia.members;

import id.setia.kernel.LocalText;

/** What cashiers compare to know that the member found is the person before them. */
public final class NameChecks {

    private NameChecks() {}

    /** The sentence for a member of the name. */
    public static LocalText of(String name) {
        return name.isEmpty()
                ? LocalText.of(
                        "Tanpa nama. Bacakan kembali nomornya kepada pelanggan.",
                        "No name is known. Read the number back to the customer.")
                : LocalText.of(
                        "Cocokkan nama: " + MaskedName.of(name) + ". Tidak cocok? Periksa nomornya, jangan lanjutkan.",
                        "Compare the name: " + MaskedName.of(name) + ". Not a match? Check the number, do not go on.");
    }
}
