package id.setia.faults;

/**
 * How often each fault comes.
 *
 * @param server kills of the server
 * @param database kills of the database
 * @param both kills of both at once
 * @param stops stops in good order while clients post
 * @param pauses stops for seconds, half of the server and half of the database
 * @param cuts connections cut between COMMIT and its answer; a tenth as many more are cut before it
 * @param vanished clients that go without waiting for the answer
 * @param twins requests sent twice at once
 * @param floodSeconds how long three times the load comes that the server can take
 * @param poolSeconds how long 64 clients come to a server with two connections to its database
 * @param starts starts in good order, to see how long they take
 * @param firstStarts new installations killed while they are made
 */
record FaultCounts(
        int server, int database, int both, int stops, int pauses, int cuts, int vanished, int twins, int floodSeconds,
        int poolSeconds, int starts, int firstStarts) {

    /** What shows within a test run that nothing is broken. */
    static final FaultCounts SHORT = new FaultCounts(1, 2, 1, 1, 2, 5, 20, 20, 0, 2, 1, 0);

    /** What properties of these names say; the whole battery where they are absent. */
    static FaultCounts ofProperties() {
        return new FaultCounts(
                Integer.getInteger("server", 100),
                Integer.getInteger("database", 50),
                Integer.getInteger("both", 50),
                Integer.getInteger("stops", 10),
                Integer.getInteger("pauses", 20),
                Integer.getInteger("cuts", 200),
                Integer.getInteger("vanished", 200),
                Integer.getInteger("twins", 500),
                Integer.getInteger("flood", 15),
                Integer.getInteger("pool", 10),
                Integer.getInteger("starts", 5),
                Integer.getInteger("firstStarts", 5));
    }
}
