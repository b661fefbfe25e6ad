/**
 * What the HTTP emulators share: a loopback server, an answer as a value, and the acting out of
 * scripted faults on the wire.
 */
package dev.kaitsu.sandbox.http;
