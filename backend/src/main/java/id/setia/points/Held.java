package id.setia.points;

/**
 * Points that were set aside.
 *
 * @param lots where they came from; who holds them keeps it, to confirm or cancel later
 */
public record Held(LedgerTransaction transaction, SetAside lots) {}
