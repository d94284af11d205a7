package id.setia.testing;

import id.setia.kernel.LocalText;
import id.setia.program.Program;
import id.setia.program.ProgramSettings;
import id.setia.tiers.Ladder;
import id.setia.tiers.TierLadder;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.ZoneId;

/** The programme every test takes part in: rupiah, Jakarta time, gold from Rp1.000.000 and priority from Rp2.500.000. */
@Singleton
public class TestProgram {

    public static final Program PROGRAM = new Program(
            "Klub Nusantara",
            "IDR",
            ZoneId.of("Asia/Jakarta"),
            LocalText.of("poin", "points"),
            new BigDecimal("10"),
            false);

    /** Thresholds in sen. */
    public static final Ladder LADDER = Ladder.classic(100_000_000, 250_000_000);

    private final ProgramSettings settings;
    private final TierLadder ladder;

    TestProgram(ProgramSettings settings, TierLadder ladder) {
        this.settings = settings;
        this.ladder = ladder;
    }

    /** Founds the programme unless an earlier test has. */
    public void found() {
        if (settings.find().isEmpty()) {
            settings.found(PROGRAM);
        }
        if (!ladder.isDefined()) {
            ladder.define(LADDER.tiers());
        }
    }
}
