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
            "--innodb-buffer-pool-size=" + bufferPool(memory(), heap()) + "M",
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

    /**
     * Half of the machine's memory less 2 GB, such that 4 GB are left beside it and Java's heap, and at least a quarter, which
     * is what a small machine can spare: every receipt adds rows to its member's, and members who come at random have theirs all
     * over the largest tables.
     *
     * @param memory of the machine, in MB
     * @param heap what the heap of the Java that starts the database may grow to, in MB
     * @return MB, from 256 to 65,536
     */
    static long bufferPool(long memory, long heap) {
        long half = Math.min(memory / 2 - 2048, memory - heap - 4096);
        return Math.clamp(Math.max(memory / 4, half), 256, 65_536);
    }

    private static long heap() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    /** Of the machine or the container, in MB. */
    private static long memory() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getTotalMemorySize() / MEGABYTE;
    }
}
