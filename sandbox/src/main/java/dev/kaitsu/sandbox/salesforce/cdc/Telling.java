package dev.kaitsu.sandbox.salesforce.cdc;

/** How the org tells of committed changes. */
public enum Telling {
  /** Each change with its content; a write that changes nothing is not told. */
  WHOLE,
  /** As {@link #WHOLE}, and a write that changes nothing is told: nobody is sure of either. */
  EVEN_NO_OPS,
  /** Without content: gap events that name their records. */
  GAPS,
  /** Without content: gap events that name their records by a wildcard. */
  WILDCARD_GAPS,
  /** As a transaction of too many changes: one event for each kind of object, naming no record. */
  OVERFLOW,
  /** Not at all; commits made meanwhile are never told. */
  NOTHING
}
