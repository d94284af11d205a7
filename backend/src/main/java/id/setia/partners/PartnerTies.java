package id.setia.partners;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a room keeps that hangs on a partner; for staff to see before the partner leaves. */
public interface PartnerTies {

    /** @param at when the partner would leave; what ends before that by itself need not be told */
    List<PartnerTie> of(UUID partnerId, Instant at);
}
