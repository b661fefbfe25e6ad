package dev.kaitsu.model.operation;

import dev.kaitsu.model.sim.PhoneNumber;

/**
 * The right to work on one line. Whoever holds the newest epoch may write; an older holder is
 * refused and stops.
 *
 * @param lineId what names the line where its number must not stand
 * @param wishSeq the newest request when the claim was made; a later one brings another look
 */
public record LineClaim(long lineId, PhoneNumber line, long epoch, long wishSeq) {}
