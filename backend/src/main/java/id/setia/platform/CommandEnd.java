package id.setia.platform;

import id.setia.db.DatabaseUnusableException;
import java.util.function.BooleanSupplier;

/** How a command of the installation ends: 0 when all is well, 1 when it is not, 78 when it was refused with advice. */
final class CommandEnd {

    private static final int FAILED = 1;
    private static final int REFUSED = 78;

    private CommandEnd() {
    }

    static void exit(BooleanSupplier command) {
        System.setProperty("setia.log", LogForm.TEXT.name());
        try {
            System.exit(command.getAsBoolean() ? 0 : FAILED);
        } catch (StartRefused | DatabaseUnusableException refusal) {
            System.err.println(refusal.getMessage());
            System.exit(REFUSED);
        } catch (RuntimeException fault) {
            fault.printStackTrace();
            System.exit(FAILED);
        }
    }
}
