/** Reasons not to start work on an order. A guard only looks at the order; it asks nobody. */
package dev.kaitsu.domain.guard;
