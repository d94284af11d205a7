/**
 * Wiring: start and end of the program, its database, the pages, and what every answer has in common. Owns no table;
 * imported by no one.
 */
package id.setia.platform;
