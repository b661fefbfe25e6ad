/**
 * WHMCS on loopback: {@code includes/api.php} with the actions an order touches, the JSON style of
 * a real installation, its documented error texts, and switches for what differs between
 * installations or is known to go wrong.
 *
 * <p>AddOrder has no idempotency key: two identical calls make two orders.
 */
package dev.kaitsu.sandbox.whmcs;
