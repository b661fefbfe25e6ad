package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.Row;
import java.util.List;

/** Rows of a result that are still to be shown, and how. */
record Page(List<Row> rows, Projection projection, boolean withDeleted) {}
