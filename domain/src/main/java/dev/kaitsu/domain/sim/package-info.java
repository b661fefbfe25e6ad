/** From what Salesforce says about a SIM to a request that may be sent: pure rules. */
package dev.kaitsu.domain.sim;
