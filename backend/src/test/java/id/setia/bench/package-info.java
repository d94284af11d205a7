/**
 * The benchmark: the server as it is shipped, filled with members, under the load of wrk and beside plain JDBC. Nothing here
 * runs with the tests; {@link id.setia.bench.Bench} is its main class.
 */
package id.setia.bench;
