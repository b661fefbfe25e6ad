package dev.kaitsu.sandbox.salesforce.pubsub;

/**
 * What the vendor is not known to do or not to do, so that a client must live with both. Off unless
 * switched on.
 */
public enum Habit {
  /** Replay options in a later request end the stream; without this they are ignored. */
  REFUSES_REPEATED_REPLAY_OPTIONS,
  /** Missing headers are an INVALID_ARGUMENT; without this they are UNAUTHENTICATED. */
  CALLS_MISSING_HEADERS_AN_ARGUMENT,
  /**
   * A response with events tells the newest replay id of the whole topic as the latest one; without
   * this it tells that of its own last event.
   */
  TELLS_THE_NEWEST_REPLAY_ID,
  /** Change events carry no id of their own; without this they carry one like any event. */
  LEAVES_CHANGE_EVENTS_WITHOUT_ID
}
