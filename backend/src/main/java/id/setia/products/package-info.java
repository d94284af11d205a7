/**
 * What is sold: the catalogue of each partner's products, learnt from the lines of purchases and corrected by the door.
 *
 * <p>Tables: {@code product}, {@code category_exclusion}. Publishes no events.
 */
package id.setia.products;
