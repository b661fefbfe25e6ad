package dev.kaitsu.sandbox.demo;

import java.util.Optional;

/**
 * One order of the demo.
 *
 * @param kind what is special about it, in a few words
 * @param line the phone number that must be activated once, where it has a SIM that goes live
 * @param secondApproval whether it is cancelled and approved again once it is live
 */
public record DemoOrder(
    String kind,
    String orderId,
    Optional<String> line,
    Expected expected,
    boolean secondApproval) {}
