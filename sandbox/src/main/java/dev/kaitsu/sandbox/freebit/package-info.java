/**
 * Freebit on loopback, as its published specs have it: the {@code json=} envelope, keys that
 * expire, answers in Japanese, effects that come later and lines that are locked meanwhile. Where
 * the specs say nothing, the names and codes are this emulator's own.
 */
package dev.kaitsu.sandbox.freebit;
