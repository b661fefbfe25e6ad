/**
 * The outside world on loopback: emulators that speak the true protocols over real sockets, and
 * real PostgreSQL and Redis servers. Shared by tests, the demo and the benchmarks.
 */
package dev.kaitsu.sandbox;
