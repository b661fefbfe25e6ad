/**
 * The event bus of an emulated Salesforce org: topics with Avro schemas, events numbered by opaque
 * replay ids and kept for 72 hours. Whoever changes data publishes here; the Pub/Sub API delivers.
 */
package dev.kaitsu.sandbox.salesforce.bus;
