package id.setia.points;

import java.util.UUID;

/** A change of a lot after its grant: so many points into (or, negative, out of) one state. */
record LotMovement(UUID lotId, LotState state, long points) {}
