package dev.kaitsu.model.operation;

import java.time.Instant;

/** A fact with its place in the operation's history and the store's own time of writing. */
public record OperationEntry(long seq, Instant at, OperationFact fact) {}
