package dev.kaitsu.model;

/**
 * The right to work on one order. Whoever holds the newest epoch may write; an older holder is
 * refused by the ledger and stops.
 *
 * @param hintSeq the newest hint when the claim was made; a later one brings another look
 * @param deferrals how often in a row work on this order has been put off so far
 * @param unfinished how many looks in a row before this one ended without a result and without
 *     getting any further: their node died, or they met a defect
 */
public record Claim(
    OrderId order,
    long epoch,
    long hintSeq,
    CorrelationId correlation,
    int deferrals,
    int unfinished) {}
