/**
 * Offers: a benefit for some members for some time, by activating it or by itself. The benefit is an earning rule, which
 * {@code posting} hands to the evaluation of a purchase, or a voucher of a reward, which a member gets once and a till takes
 * like any other; using it is a use of the offer.
 *
 * <p>Some of its members may be held out, by a draw that never changes; results compare both groups as they were noted.
 *
 * <p>Tables: {@code offer}, {@code offer_activation}, {@code offer_member}. Publishes {@code offer.published}, {@code offer.ended}, {@code offer.stopped},
 * {@code offer.activated} and {@code offer.deactivated}.
 */
package id.setia.offers;
