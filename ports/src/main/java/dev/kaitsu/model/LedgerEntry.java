package dev.kaitsu.model;

import java.time.Instant;

/** A fact with its place in the order's history and the ledger's own time of writing. */
public record LedgerEntry(long seq, long epoch, Instant at, LedgerFact fact) {}
