package dev.kaitsu.model;

/**
 * What reading a topic from some position would bring.
 *
 * @param events read for this preview
 * @param receivedBefore of them: they would change nothing
 * @param undecodable of the others: they would be parked
 * @param orders that would be looked at, and where they stand now
 * @param end whether that is all, or where the preview stopped
 */
public record ReplayPreview(
    int events, int receivedBefore, int undecodable, OrderCensus orders, SpanEnd end) {}
