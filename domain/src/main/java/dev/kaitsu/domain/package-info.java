/**
 * What fulfillment decides: which events are hints, which orders may start, in what order things
 * happen, and what a lost answer means. Start reading at {@link
 * dev.kaitsu.domain.FulfillmentOrchestrator}.
 */
package dev.kaitsu.domain;
