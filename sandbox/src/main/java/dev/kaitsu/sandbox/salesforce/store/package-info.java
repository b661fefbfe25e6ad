/**
 * The org's records and the rules they obey: the schema, ids, transactions that commit or vanish as
 * a whole, and the before-save and after-commit hooks that Flows and change events hang on.
 */
package dev.kaitsu.sandbox.salesforce.store;
