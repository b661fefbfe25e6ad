/**
 * The world around fulfillment, in memory: fakes that keep state and misbehave as the real systems
 * do, sample orders, and a virtual clock to drive them all. Every fake is safe for many threads.
 */
package dev.kaitsu.testkit;
