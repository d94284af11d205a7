package id.setia.db;

import java.lang.management.ManagementFactory;

/** How the embedded server is run. */
final class ServerOptions {

    private static final long MEGABYTE = 1 << 20;

    private ServerOptions() {
    }

    static String[] of(DataDirectory data, int port) {
        return new String[] {
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=",
            "--pid-file=" + data.processId(),
            "--init-file=" + data.initFile(),
            "--tmpdir=" + data.temporary(),
            "--skip-name-resolve",
            "--skip-log-bin",
            "--skip-ssl",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--default-time-zone=+00:00",
            "--transaction-isolation=READ-COMMITTED",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-doublewrite=1",
            "--innodb-buffer-pool-size=" + bufferPool() + "M",
            "--innodb-log-file-size=1G",
            "--innodb-flush-neighbors=0",
            "--innodb-max-dirty-pages-pct-lwm=1",
            "--innodb-io-capacity=1000",
            "--innodb-io-capacity-max=4000",
            "--innodb-rollback-on-timeout=0",
            "--max-connections=200",
            "--max-allowed-packet=64M",
            "--local-infile=0",
            "--performance-schema=0",
        };
    }

    /** A quarter of the machine's memory, from 256 MB to 8 GB. */
    private static long bufferPool() {
        long quarter = memory() / 4 / MEGABYTE;
        return Math.clamp(quarter, 256, 8192);
    }

    private static long memory() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize();
    }
}
