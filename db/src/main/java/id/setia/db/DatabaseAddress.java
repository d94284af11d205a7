package id.setia.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where a database is and who may use it.
 *
 * @param url      a JDBC URL of MySQL Connector/J, with the settings Setia relies on
 * @param user     the account Setia signs in with
 * @param password its password
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Seconds are kept whole in UTC, a lost server is noticed within seconds, and a lock is not waited for longer than 3 s. */
    private static final String SETTINGS = String.join("&",
            "connectionTimeZone=UTC",
            "forceConnectionTimeZoneToSession=true",
            "sendFractionalSeconds=true",
            "characterEncoding=UTF-8",
            "rewriteBatchedStatements=true",
            "useServerPrepStmts=false",
            "cachePrepStmts=true",
            "processEscapeCodesForPrepStmts=false",
            "prepStmtCacheSize=500",
            "prepStmtCacheSqlLimit=16384",
            "cacheServerConfiguration=true",
            "useLocalSessionState=true",
            "tcpKeepAlive=true",
            "connectTimeout=2000",
            "socketTimeout=10000",
            "sessionVariables=innodb_lock_wait_timeout=3,wait_timeout=60,"
                    + "sql_mode='STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'");

    /** The address of the schema {@code name} on a server of this machine. */
    public static DatabaseAddress local(int port, String name, String user, String password) {
        return new DatabaseAddress("jdbc:mysql://127.0.0.1:" + port + "/" + name + "?sslMode=DISABLED&" + SETTINGS, user, password);
    }

    /** The same address with the settings Setia relies on wherever the URL names none of its own. */
    public DatabaseAddress withSettings() {
        var missing = new StringBuilder(url);
        for (String setting : SETTINGS.split("&")) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            if (!url.contains("?" + name) && !url.contains("&" + name)) {
                missing.append(missing.indexOf("?") < 0 ? '?' : '&').append(setting);
            }
        }
        return new DatabaseAddress(missing.toString(), user, password);
    }

    /** The same address for jobs, proofs and migrations, whose statements may take ten minutes instead of ten seconds. */
    public DatabaseAddress forLongWork() {
        return new DatabaseAddress(url.replaceFirst("([?&]socketTimeout=)\\d+", "$1600000"), user, password);
    }

    /** A connection of one's own, outside any pool. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password, so that an address may be logged. */
    @Override
    public String toString() {
        return user + "@" + url.replaceFirst("\\?.*", "");
    }

    /** The same address where the server keeps statements prepared: for who sends few different ones, many times. */
    public DatabaseAddress preparing() {
        return new DatabaseAddress(
                url.replace("useServerPrepStmts=false", "useServerPrepStmts=true")
                        .replace("prepStmtCacheSqlLimit=16384", "prepStmtCacheSqlLimit=131072"),
                user,
                password);
    }
}
