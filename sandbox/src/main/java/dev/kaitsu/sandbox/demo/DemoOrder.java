package dev.kaitsu.sandbox.demo;

/**
 * One order of the demo.
 *
 * @param kind what is special about it, in a few words
 * @param secondApproval whether it is cancelled and approved again once it is live
 */
public record DemoOrder(String kind, String orderId, Expected expected, boolean secondApproval) {}
