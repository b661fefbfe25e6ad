/**
 * Looks at everything that a go-live needs, all of it side by side, and changes nothing. Joins the
 * adapters' checkups; what is right and wrong each checkup knows itself.
 */
package dev.kaitsu.wiring.doctor;
