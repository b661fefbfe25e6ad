package dev.kaitsu.model.sim;

import java.util.Optional;

/**
 * A line as the operator shows it at one moment (PA03-02). Most member names of that answer are not
 * documented, so everything but the number may be missing.
 *
 * @param state in the operator's own word
 * @param inService whether that word is one of those that mean a live line; empty if there is no
 *     word
 * @param voiceMail whether voice mail is on; empty if not shown
 * @param callWaiting whether call waiting is on; empty if not shown
 */
public record LineDetail(
    PhoneNumber line,
    Optional<String> state,
    Optional<Boolean> inService,
    Optional<PlanCode> plan,
    Optional<NetworkType> network,
    Optional<Eid> eid,
    Optional<ProductNumber> productNumber,
    Optional<Boolean> voiceMail,
    Optional<Boolean> callWaiting) {}
