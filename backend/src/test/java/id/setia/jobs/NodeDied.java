package id.setia.jobs;

/** A node was killed: whatever it still tries fails with this, and nothing catches it. */
final class NodeDied extends Error {

    NodeDied() {
        super("the node was killed");
    }
}
