/** What follows from the facts in an order's history, and how new ones are written. */
package dev.kaitsu.domain.ledger;
