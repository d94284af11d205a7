/**
 * The fault battery: the server as it is shipped, in a process of its own, is killed, stopped, cut off and flooded while
 * clients post; after every fault all that was acknowledged must be there once, and every promise of the ledger hold.
 */
package id.setia.faults;
