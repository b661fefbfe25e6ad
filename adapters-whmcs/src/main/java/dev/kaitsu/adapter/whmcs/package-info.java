/**
 * WHMCS, the billing system, reached over its form API. Serves {@link dev.kaitsu.port.out.Billing}
 * and the {@code whmcs} health probe.
 *
 * <p>WHMCS refuses inside an HTTP 200, has no idempotency key, calls a second acceptance an error,
 * and writes the same fact in many shapes; none of that leaves this package.
 */
package dev.kaitsu.adapter.whmcs;
