package id.setia.access;

import id.setia.kernel.Problem;
import id.setia.kernel.ProblemCode;
import id.setia.kernel.SystemClock;
import id.setia.kernel.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The door to second factors of staff: codes of an authenticator app, or recovery codes where it is lost. */
@Singleton
class SecondFactors {

    private final Transactions transactions;
    private final SystemClock clock;
    private final SecondFactorRows rows;
    private final RecoveryCodes recoveryCodes;
    private final SecondFactorPolicies policies;
    private final Attempts attempts;
    private final AuditTrail audit;

    SecondFactors(
            Transactions transactions,
            SystemClock clock,
            SecondFactorRows rows,
            RecoveryCodes recoveryCodes,
            SecondFactorPolicies policies,
            Attempts attempts,
            AuditTrail audit) {
        this.transactions = transactions;
        this.clock = clock;
        this.rows = rows;
        this.recoveryCodes = recoveryCodes;
        this.policies = policies;
        this.attempts = attempts;
        this.audit = audit;
    }

    boolean inForce(UUID staffId) {
        return transactions.read(connection -> rows.find(connection, staffId)).secret().isPresent();
    }

    int recoveryCodesLeft(UUID staffId) {
        return transactions.read(connection -> recoveryCodes.left(connection, staffId));
    }

    /**
     * A new secret for the app, in force once its first code was confirmed; who has one already shows its code first.
     *
     * @throws Problem {@code one_time_code_required} or {@code one_time_code_invalid}
     */
    byte[] start(UUID staffId, Optional<String> code) {
        if (inForce(staffId)) {
            prove(staffId, code);
        }
        byte[] candidate = Totp.newSecret();
        transactions.write(connection -> {
            rows.propose(connection, staffId, candidate);
            return null;
        });
        return candidate;
    }

    /**
     * Puts the new secret in force by its first code; recovery codes to be shown once.
     *
     * @throws Problem {@code second_factor_not_started} or {@code one_time_code_invalid}
     */
    List<String> confirm(Caller by, UUID staffId, String code) {
        return limited(staffId, connection -> {
            byte[] candidate = rows.find(connection, staffId)
                    .candidate()
                    .orElseThrow(() -> Problem.of(ProblemCode.SECOND_FACTOR_NOT_STARTED));
            long step = Totp.step(candidate, normal(code), clock.now())
                    .orElseThrow(() -> Problem.of(ProblemCode.ONE_TIME_CODE_INVALID));
            rows.adopt(connection, staffId, candidate, step, clock.now());
            List<String> codes = recoveryCodes.renew(connection, staffId);
            audit.record(by, "staff.second_factor_set", "staff", staffId);
            return codes;
        });
    }

    /**
     * Proves possession by a code of the app, each accepted once, or by a recovery code.
     *
     * @throws Problem {@code one_time_code_required}, {@code one_time_code_invalid} or {@code too_many_attempts}
     */
    void prove(UUID staffId, Optional<String> code) {
        String given = code.map(SecondFactors::normal)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Problem.of(ProblemCode.ONE_TIME_CODE_REQUIRED));
        limited(staffId, connection -> {
            accept(connection, staffId, given);
            return null;
        });
    }

    private void accept(Connection connection, UUID staffId, String code) throws SQLException {
        byte[] secret = rows.find(connection, staffId)
                .secret()
                .orElseThrow(() -> Problem.of(ProblemCode.SECOND_FACTOR_OFF));
        OptionalLong step = Totp.step(secret, code, clock.now());
        boolean accepted = step.isPresent()
                ? rows.pass(connection, staffId, step.getAsLong())
                : recoveryCodes.use(connection, staffId, code);
        if (!accepted) {
            throw Problem.of(ProblemCode.ONE_TIME_CODE_INVALID);
        }
    }

    /**
     * New recovery codes; those before no longer work.
     *
     * @throws Problem {@code second_factor_off} or {@code one_time_code_invalid}
     */
    List<String> renewRecoveryCodes(Caller by, UUID staffId, String code) {
        return limited(staffId, connection -> {
            accept(connection, staffId, normal(code));
            List<String> codes = recoveryCodes.renew(connection, staffId);
            audit.record(by, "staff.recovery_codes_renewed", "staff", staffId);
            return codes;
        });
    }

    /**
     * Does without a second factor from now on.
     *
     * @throws Problem {@code second_factor_required} where the program wants one, {@code second_factor_off} or {@code
     *     one_time_code_invalid}
     */
    void remove(Caller by, UUID staffId, String code) {
        if (policies.required()) {
            throw Problem.of(ProblemCode.SECOND_FACTOR_REQUIRED);
        }
        limited(staffId, connection -> {
            accept(connection, staffId, normal(code));
            takeAway(staffId);
            audit.record(by, "staff.second_factor_removed", "staff", staffId);
            return null;
        });
    }

    /** @throws Problem {@code second_factor_off} where there is none */
    void takeAway(UUID staffId) {
        transactions.write(connection -> {
            recoveryCodes.delete(connection, staffId);
            if (!rows.delete(connection, staffId)) {
                throw Problem.of(ProblemCode.SECOND_FACTOR_OFF);
            }
            return null;
        });
    }

    /** Only so many wrong codes in a while; the limit is counted outside the transaction that a wrong one rolls back. */
    private <T> T limited(UUID staffId, Transactions.Work<T> work) {
        T done = attempts.take(AttemptKind.SECOND_FACTOR, staffId.toString(), () -> transactions.write(work));
        attempts.forget(AttemptKind.SECOND_FACTOR, staffId.toString());
        return done;
    }

    private static String normal(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }
}
