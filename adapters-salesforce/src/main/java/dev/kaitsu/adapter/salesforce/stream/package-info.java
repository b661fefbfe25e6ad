/**
 * Salesforce's event streams, reached over its Pub/Sub API (gRPC, Avro). Serves {@link
 * dev.kaitsu.port.out.EventStreams} and feeds {@link dev.kaitsu.port.in.EventIntake}.
 *
 * <p>The service acknowledges nothing: where to resume is ours to remember. Streams are cut at
 * will, may fall silent without an end, and deliver some events twice; a keepalive comes within 270
 * seconds. Replay ids are opaque and expire after 72 hours.
 */
package dev.kaitsu.adapter.salesforce.stream;
