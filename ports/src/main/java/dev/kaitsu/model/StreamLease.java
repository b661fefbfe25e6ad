package dev.kaitsu.model;

/**
 * The right to read one topic, given to one node at a time.
 *
 * @param term counts changes of hands; what comes under an older term is refused by the inbox
 */
public record StreamLease(String topic, long term) {}
