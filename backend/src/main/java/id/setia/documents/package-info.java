/**
 * The public texts of the programme, terms and privacy notice: versions that are published and never edited, each in force
 * from a day on until the next.
 *
 * <p>Tables: {@code document}. Publishes no events.
 */
package id.setia.documents;
