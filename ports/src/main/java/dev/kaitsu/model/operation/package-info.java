/**
 * Operations on live SIM lines: what is asked for, what was established about it, and what follows.
 */
package dev.kaitsu.model.operation;
