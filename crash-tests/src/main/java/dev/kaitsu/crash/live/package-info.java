/**
 * Real processes die: servers as operators start them, against the sandbox's emulators over
 * sockets, a real PostgreSQL and a real Redis. What became of the orders is read in the emulators'
 * own books, never in Kaitsu's ledger.
 */
package dev.kaitsu.crash.live;
