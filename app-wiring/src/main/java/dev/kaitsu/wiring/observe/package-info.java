/** How fulfillment is seen from outside: log lines in the runbook's words, and metrics. */
package dev.kaitsu.wiring.observe;
