/**
 * A Salesforce org on loopback: login, REST API, records, change events and the portal's approval
 * Flow, true to the vendor's wire forms.
 *
 * <p>It proves a client's logic, not Salesforce: sharing, triggers and allocations over a day are
 * not there.
 */
package dev.kaitsu.sandbox.salesforce;
