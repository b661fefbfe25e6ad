/**
 * Freebit, the SIM operator, reached over its form API. Serves {@link
 * dev.kaitsu.port.out.SimCards}, {@link dev.kaitsu.port.out.SimLines} and the {@code freebit}
 * health probe.
 *
 * <p>Freebit refuses inside an HTTP 200, has no idempotency key, applies most calls later, lets its
 * key expire without saying when, and its documents leave names and codes open. None of that leaves
 * this package.
 */
package dev.kaitsu.adapter.freebit;
