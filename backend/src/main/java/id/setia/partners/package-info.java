/**
 * Who takes part in the programme: partners, their stores and terminals, and the API clients by which tills and partners'
 * systems call. Everything is kept in memory, at most two seconds old.
 *
 * <p>Tables: {@code partner}, {@code store}, {@code terminal}, {@code terminal_key}, {@code pairing_code}, {@code api_client},
 * {@code api_client_secret}, {@code client_use}, and the row {@code partners} of {@code epoch}. Publishes {@code
 * partner.left} and {@code partner.ended}; {@link id.setia.partners.PartnerLeft} in the transaction in which a partner leaves.
 */
package id.setia.partners;
