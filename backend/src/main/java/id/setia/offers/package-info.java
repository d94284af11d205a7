/**
 * Offers: a benefit for some members for some time, by activating it or by itself. The benefit is an earning rule; an
 * offer names it and {@code posting} hands it to the evaluation of a purchase.
 *
 * <p>Some of its members may be held out, by a draw that never changes; results compare both groups as they were noted.
 *
 * <p>Tables: {@code offer}, {@code offer_activation}, {@code offer_member}. Publishes {@code offer.published}, {@code offer.ended}, {@code offer.stopped},
 * {@code offer.activated} and {@code offer.deactivated}.
 */
package id.setia.offers;
