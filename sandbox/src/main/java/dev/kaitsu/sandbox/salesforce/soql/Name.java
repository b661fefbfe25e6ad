package dev.kaitsu.sandbox.salesforce.soql;

/** A name in a query, dots included, and where it stands. */
record Name(String text, int at) {
  String[] parts() {
    return text.split("\\.", -1);
  }
}
