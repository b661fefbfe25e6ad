package dev.kaitsu.model;

/**
 * How many of some orders stand where in the ledger.
 *
 * @param settled looked at, with nothing left to do
 * @param working in work, or waiting for a look
 * @param unknown never heard of
 */
public record OrderCensus(int settled, int working, int unknown) {}
