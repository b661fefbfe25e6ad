package dev.kaitsu.sandbox.salesforce.rest;

import java.util.List;

/**
 * Leaves the transaction of an all-or-none collection; carries what each row would have been told.
 */
final class RolledBack extends RuntimeException {
  private final transient List<RowResult> results;

  RolledBack(List<RowResult> results) {
    super("a row failed and all or none was asked for");
    this.results = List.copyOf(results);
  }

  ApiReply reply() {
    return ApiReply.ok(RowResult.array(results.stream().map(RowResult::rolledBack).toList()));
  }
}
