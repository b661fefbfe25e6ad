package dev.kaitsu.adapter.salesforce.stream;

/**
 * Is told when the orders themselves should be read, because events alone do not tell everything.
 * Called on a thread of its own, one call at a time, so it may take its time.
 */
public interface StreamListener {
  /**
   * Once per start: every subscription that can be open is open for the first time, so a sweep now
   * sees whatever the streams will not bring.
   */
  void streamsOpen();

  /** Events of this channel may be missing; requests that wait for their turn are joined. */
  void sweepNeeded(String topic, String why);
}
