package id.setia.imports;

import id.setia.kernel.LocalText;

/** Why a row, or a part of it, was not taken. */
interface Refusal {

    /** Stable, {@code time_malformed}. */
    String code();

    LocalText reason();
}
