/**
 * What the world may ask of fulfillment. Implemented by the domain, called by adapters and
 * launchers.
 */
package dev.kaitsu.port.in;
