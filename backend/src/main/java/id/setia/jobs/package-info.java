/**
 * Long work: its file, its progress, what it refused, and a lease with an epoch, so that one node at a time works on it
 * and any node goes on where another stopped.
 *
 * <p>Tables: {@code job}, {@code job_file}, {@code job_refusal}. Publishes no events.
 */
package id.setia.jobs;
