/**
 * SOQL: read, checked against the schema, evaluated and paged, for the shapes an integration sends:
 * parent paths, child subqueries, semi-joins, conditions, ordering, limits and COUNT().
 *
 * <p>Aggregates other than COUNT(), aliases, SOSL and relative date literals are refused as
 * MALFORMED_QUERY.
 */
package dev.kaitsu.sandbox.salesforce.soql;
