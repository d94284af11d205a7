package id.setia.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no statement may contain, since not every engine that speaks MySQL understands it, or understands it alike. */
public final class SqlLint {

    private static final Map<Pattern, String> FORBIDDEN = new LinkedHashMap<>();

    static {
        forbid("\\b(NOW|SYSDATE|CURDATE|CURTIME|UTC_TIMESTAMP|UNIX_TIMESTAMP)\\s*\\(", "times are made by the application");
        forbid("\\bCURRENT_(TIMESTAMP|DATE|TIME)\\b", "times are made by the application");
        forbid("\\b(UUID|RAND|LAST_INSERT_ID)\\s*\\(", "ids and random numbers are made by the application");
        forbid("\\bRETURNING\\b", "not every engine has RETURNING");
        forbid("\\bSKIP\\s+LOCKED\\b", "TiDB drops SKIP LOCKED silently");
        forbid("\\bFOREIGN\\s+KEY\\b|\\bREFERENCES\\b", "no foreign keys on hot tables");
        forbid("\\b(GET|RELEASE|IS_FREE)_LOCK\\s*\\(|\\bLOCK\\s+TABLES\\b", "leases, not named locks");
        forbid("\\bCREATE\\s+(TRIGGER|PROCEDURE|FUNCTION|SEQUENCE)\\b|\\bNEXTVAL\\b|\\bCALL\\s", "no code in the database");
        forbid("\\bXA\\s+(START|BEGIN|END|PREPARE|COMMIT)\\b", "no distributed transactions");
        forbid("\\bJSON_[A-Z]+\\s*\\(|->>?\\s*'", "JSON is for the application alone");
        forbid("\\bINSERT\\s+IGNORE\\b|\\bREPLACE\\s+INTO\\b", "a plain INSERT and error 1062 tell what is there");
        forbid("\\bSELECT\\s+\\*", "every column is named");
        forbid("\\bLOCK\\s+IN\\s+SHARE\\s+MODE\\b|\\bFOR\\s+SHARE\\b", "engines differ in shared locks");
    }

    private SqlLint() {}

    private static void forbid(String pattern, String reason) {
        FORBIDDEN.put(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reason);
    }

    /** Why the statement is not portable, empty where it is. */
    public static Optional<String> complaint(String statement) {
        return FORBIDDEN.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(statement).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
