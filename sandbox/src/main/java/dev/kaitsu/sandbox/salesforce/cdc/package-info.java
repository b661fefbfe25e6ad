/**
 * What the org publishes: change events with their bitmaps, and the platform event of its approval
 * Flow, as Avro records handed to an {@link dev.kaitsu.sandbox.salesforce.cdc.EventSink}.
 */
package dev.kaitsu.sandbox.salesforce.cdc;
