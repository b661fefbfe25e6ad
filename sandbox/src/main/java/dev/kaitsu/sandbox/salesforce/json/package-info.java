/** How field values look in the REST API's JSON, and what it refuses to read. */
package dev.kaitsu.sandbox.salesforce.json;
