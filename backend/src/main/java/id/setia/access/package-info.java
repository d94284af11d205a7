/**
 * Who is calling and may they: callers, scopes and roles, sessions of browsers, tokens of tills and partners, staff and
 * their passwords, limits on attempts, and the audit trail. {@code members} and {@code partners} supply the credentials it
 * declares.
 *
 * <p>Tables: {@code data_key}, {@code signing_key}, {@code revoked_token}, {@code staff}, {@code setup_link}, {@code session}, {@code attempt},
 * {@code staff_store}, {@code staff_link}, {@code staff_second_factor}, {@code staff_recovery_code}, {@code audit_event},
 * {@code audit_head}, {@code idempotency_key}. Publishes {@code session.opened}.
 */
package id.setia.access;
