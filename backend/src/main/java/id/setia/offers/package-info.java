/**
 * Offers: a benefit for some members for some time, by activating it or by itself. The benefit is an earning rule; an
 * offer names it and {@code posting} hands it to the evaluation of a purchase.
 *
 * <p>Tables: {@code offer}, {@code offer_activation}. Publishes {@code offer.published}, {@code offer.ended}, {@code offer.stopped},
 * {@code offer.activated} and {@code offer.deactivated}.
 */
package id.setia.offers;
