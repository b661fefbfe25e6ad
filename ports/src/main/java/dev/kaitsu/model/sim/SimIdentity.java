package dev.kaitsu.model.sim;

import java.util.Optional;

/** Which SIM an order activates, and how: what must not change once a call was sent for it. */
public record SimIdentity(
    SimKind kind, PhoneNumber line, Optional<ProductNumber> productNumber, Optional<Eid> eid) {}
