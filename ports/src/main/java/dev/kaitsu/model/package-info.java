/**
 * The words that the systems around an order must agree on. A record here knows what is true of
 * itself (valid, equal, activating); it never knows what should happen next.
 */
package dev.kaitsu.model;
