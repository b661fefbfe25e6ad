/**
 * The org's login: the JWT bearer flow against registered certificates, and the sessions it opens.
 */
package dev.kaitsu.sandbox.salesforce.oauth;
