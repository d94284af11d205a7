/** What every test of the server stands on: one database for the whole run, and an annotation that starts a server on it. */
package id.setia.testing;
