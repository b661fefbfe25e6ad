/**
 * PostgreSQL: the ledger, the inbox, the job engine and the customer mappings. Serves {@link
 * dev.kaitsu.port.out.Ledger}, {@link dev.kaitsu.port.out.Inbox}, {@link
 * dev.kaitsu.port.out.CustomerDirectory}, {@link dev.kaitsu.port.out.WakeUps} and {@link
 * dev.kaitsu.port.out.HealthProbe}; calls {@link dev.kaitsu.port.in.OrderWork}.
 *
 * <p>The order's row is the lock and the truth; the job engine's row is only a ticket. Every
 * transaction locks order rows first, sorted by id, and only then touches anything else.
 */
package dev.kaitsu.adapter.postgres;
