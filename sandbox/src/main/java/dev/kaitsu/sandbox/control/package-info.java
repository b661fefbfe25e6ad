/**
 * The lever room of the sandbox: a small JSON endpoint on loopback, through which scripts and the
 * demo make the emulated systems misbehave and see what was done to them.
 */
package dev.kaitsu.sandbox.control;
