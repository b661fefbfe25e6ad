/**
 * The words for SIM lines: the line and its SIM, what is asked of the operator, what it shows. They
 * know nothing of orders.
 */
package dev.kaitsu.model.sim;
