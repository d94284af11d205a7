package id.setia.jobs;

/** What happens to a node in the middle of its work. */
enum Interruption {
    /** The connection is cut before a statement or a commit; the database undoes the transaction. */
    CONNECTION_LOST,
    /** The connection is cut between a commit and its answer. */
    ANSWER_LOST,
    /** The database undoes the transaction for the sake of another and asks for it once more. */
    DEADLOCK,
    /** The process is killed; another goes on once its leases are over. */
    KILLED,
    /** The node stands still before a transaction until its leases are over and another has done everything; then it goes on. */
    OVERTAKEN
}
