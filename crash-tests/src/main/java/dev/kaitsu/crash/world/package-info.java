/**
 * The world around fulfillment, in memory, with one place through which everything passes that
 * leaves the process: that is where a part stops it.
 */
package dev.kaitsu.crash.world;
