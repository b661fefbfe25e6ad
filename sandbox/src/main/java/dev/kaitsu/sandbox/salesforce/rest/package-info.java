/**
 * The REST API under {@code /services/data}: records, queries, collections, composite requests,
 * describe and limits, with the statuses and error bodies of the real one.
 */
package dev.kaitsu.sandbox.salesforce.rest;
