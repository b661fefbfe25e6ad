/**
 * Stops fulfillment wherever it can be stopped, and looks at what is left in billing and in
 * Salesforce. {@code crash-tests/run} runs everything and writes {@code docs/failure-matrix.md}.
 */
package dev.kaitsu.crash;
