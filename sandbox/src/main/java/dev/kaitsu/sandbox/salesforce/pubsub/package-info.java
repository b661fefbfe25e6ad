/**
 * The Salesforce Pub/Sub API on loopback: a gRPC server that delivers the emulated org's event bus
 * with the vendor's rules for presets, credits, keepalives and errors, and misbehaves on request.
 *
 * <p>What it cannot prove about the vendor: the gRPC status of limit, permission and header errors,
 * how a stream without credits ends, and how frequent pings may be.
 */
package dev.kaitsu.sandbox.salesforce.pubsub;
