package dev.kaitsu.sandbox.salesforce.soql;

import java.util.Locale;

/** One word of a query and where it began. */
record Token(Kind kind, String text, int at) {
  enum Kind {
    NAME,
    TEXT,
    NUMBER,
    DATE,
    DATETIME,
    SYMBOL,
    END
  }

  boolean is(String symbolOrKeyword) {
    return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equalsIgnoreCase(symbolOrKeyword);
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }
}
