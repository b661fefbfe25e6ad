/**
 * What fulfillment asks of the world. Implemented by adapters; every call that can be lost says
 * what repeating it does.
 */
package dev.kaitsu.port.out;
