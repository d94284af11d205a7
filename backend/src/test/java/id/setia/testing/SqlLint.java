package id.setia.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What no statement may contain, since not every engine that speaks MySQL understands it, or understands it alike. */
public final class SqlLint {

    /** A transaction's chunk. */
    private static final int MOST_ROWS = 1_000;

    private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();
    private static final Map<String, Optional<String>> KNOWN = new ConcurrentHashMap<>();
    private static final Pattern QUOTED = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'");
    private static final Pattern CHANGE = Pattern.compile("^\\s*(UPDATE|DELETE)\\b", Pattern.CASE_INSENSITIVE);

    static {
        forbid("\\b(NOW|SYSDATE|CURDATE|CURTIME|UTC_DATE|UTC_TIME|UTC_TIMESTAMP|UNIX_TIMESTAMP)\\s*\\(", "times are made by the application");
        forbid("\\b(CURRENT_(TIMESTAMP|DATE|TIME)|LOCALTIME|LOCALTIMESTAMP|UTC_(DATE|TIME|TIMESTAMP))\\b", "times are made by the application");
        forbid("\\b(UUID|UUID_SHORT|SYS_GUID|RAND|RANDOM_BYTES|LAST_INSERT_ID)\\s*\\(|\\bAUTO_INCREMENT\\b", "ids and random numbers are made by the application");
        forbid("\\bRETURNING\\b", "not every engine has RETURNING");
        forbid("\\bSKIP\\s+LOCKED\\b", "TiDB drops SKIP LOCKED silently");
        forbid("\\bNOWAIT\\b|\\bFOR\\s+UPDATE\\s+WAIT\\b", "engines differ in how long a lock is waited for");
        forbid("\\bFOREIGN\\s+KEY\\b|\\bREFERENCES\\b", "no foreign keys on hot tables");
        forbid("\\b(GET_LOCK|RELEASE_LOCK|RELEASE_ALL_LOCKS|IS_FREE_LOCK|IS_USED_LOCK)\\s*\\(|\\bLOCK\\s+TABLES?\\b", "leases, not named locks");
        forbid("\\bCREATE\\s+(TRIGGER|PROCEDURE|FUNCTION|SEQUENCE)\\b|\\bNEXTVAL\\b|\\bCALL\\s", "no code in the database");
        forbid("\\bXA\\s+(START|BEGIN|END|PREPARE|COMMIT)\\b", "no distributed transactions");
        forbid("^\\s*(BEGIN|START\\s+TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|SET)\\b", "transactions and sessions are the pool's");
        forbid("^\\s*(CREATE|ALTER|DROP|TRUNCATE|RENAME|LOAD)\\b", "tables change in migrations alone");
        forbid("\\b(ROW_COUNT|FOUND_ROWS)\\s*\\(|\\bSQL_CALC_FOUND_ROWS\\b|:=", "nothing is kept in the session");
        forbid("\\b(INTERSECT|EXCEPT|LATERAL|STRAIGHT_JOIN)\\b|\\bFULL\\s+(OUTER\\s+)?JOIN\\b", "not every engine has it");
        forbid("\\bMATCH\\s*\\(|\\bREGEXP\\b|\\bRLIKE\\b|\\bREGEXP_[A-Z]+\\s*\\(", "engines differ in how they search texts");
        forbid("\\bAS\\s+\\w+(\\s*\\([^)]*\\))?\\s+ON\\s+DUPLICATE\\b", "upserts name VALUES(column), which every engine knows");
        forbid("\\bLIMIT\\s+(\\?|\\d+)\\s*,", "a limit stands before its offset in words");
        forbid("\\bJSON_[A-Z]+\\s*\\(|->>?\\s*'", "JSON is for the application alone");
        forbid("\\bINSERT\\s+IGNORE\\b|\\bREPLACE\\s+INTO\\b", "a plain INSERT and error 1062 tell what is there");
        forbid("\\bSELECT\\s+\\*", "every column is named");
        forbid(
                "(?s)^(?=.*\\bORDER\\s+BY\\b.*\\bLIMIT\\b)(?!.*\\bUNION\\b)(?!.*\\bmember_id\\s+BETWEEN\\b)"
                        + ".*?\\(\\s*((?:\\w+\\.)?\\w+)\\s*=\\s*\\?[^()]*\\)\\s*OR\\s*\\(\\s*\\1\\s*=\\s*\\?",
                "of many keys with an order and a limit the database may read everybody's rows: ask of each by itself, joined by UNION ALL, or name the BETWEEN of all");
        forbid("\\bLOCK\\s+IN\\s+SHARE\\s+MODE\\b|\\bFOR\\s+SHARE\\b", "engines differ in shared locks");
    }

    private SqlLint() {}

    private static void forbid(String pattern, String reason) {
        FORBIDDEN.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reason);
    }

    /** Why the statement is not portable, empty where it is. */
    public static Optional<String> complaint(String statement) {
        return KNOWN.computeIfAbsent(statement, SqlLint::found);
    }

    private static Optional<String> found(String statement) {
        String text = QUOTED.matcher(statement).replaceAll("''");
        return FORBIDDEN.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Why a statement may not be sent for so many rows at once, empty where it may. */
    public static Optional<String> complaint(String statement, int rows) {
        if (rows > MOST_ROWS) {
            return Optional.of("a batch has at most " + MOST_ROWS + " rows, not " + rows);
        }
        return rows > 1 && CHANGE.matcher(statement).find()
                ? Optional.of("changes in batches become many statements; upsert rows that are locked")
                : Optional.empty();
    }
}
