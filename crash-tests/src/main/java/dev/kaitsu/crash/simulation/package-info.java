/**
 * Many orders, several nodes and faults of every kind on one virtual clock. What happens follows
 * from a number, the seed, and from nothing else.
 */
package dev.kaitsu.crash.simulation;
