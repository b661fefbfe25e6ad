/**
 * What all launchers share: reads the environment, builds the adapters, and joins them to the
 * domain in one place. It decides nothing.
 */
package dev.kaitsu.wiring;
