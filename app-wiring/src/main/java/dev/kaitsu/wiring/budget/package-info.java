/** Keeps Salesforce's limits in sight, and saves calls for the orders when few are left. */
package dev.kaitsu.wiring.budget;
