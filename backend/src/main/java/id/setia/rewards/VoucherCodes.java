package id.setia.rewards;

import id.setia.access.Vault;
import id.setia.kernel.CheckedCode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Codes at rest: sealed for the one place they stand in, and found again by a keyed hash. */
@Singleton
class VoucherCodes {

    private final Vault vault;

    VoucherCodes(Vault vault) {
        this.vault = vault;
    }

    byte[] hash(String code) {
        return vault.fingerprint("voucher-code", code);
    }

    /** What a scanned or typed text may be found by: as it is, and as a code made here. */
    List<byte[]> hashes(String typed) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(typed.strip());
        String normal = CheckedCode.normal(typed);
        if (VoucherCode.isOne(normal)) {
            readings.add(normal);
        }
        return readings.stream().map(this::hash).toList();
    }

    byte[] seal(String code, String table, String row) {
        return vault.seal(code.getBytes(StandardCharsets.UTF_8), table, row, "code");
    }

    String open(byte[] sealed, String table, String row) {
        return new String(vault.open(sealed, table, row, "code"), StandardCharsets.UTF_8);
    }
}
