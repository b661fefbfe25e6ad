package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.soql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts a query into tokens. */
final class Lexer {
  private static final Pattern DATETIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)*");
  private static final Pattern SYMBOL = Pattern.compile("!=|<>|<=|>=|[=<>(),]");

  private final String soql;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String soql) {
    this.soql = soql;
  }

  static List<Token> tokens(String soql) {
    var lexer = new Lexer(soql);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < soql.length()) {
      char c = soql.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '\'') {
        text();
      } else if (!(take(DATETIME, Kind.DATETIME)
          || take(DATE, Kind.DATE)
          || take(NUMBER, Kind.NUMBER)
          || take(NAME, Kind.NAME)
          || take(SYMBOL, Kind.SYMBOL))) {
        throw SoqlErrors.malformed(soql, at, "unexpected token: '" + c + "'");
      }
    }
    tokens.add(new Token(Kind.END, "<EOF>", soql.length()));
  }

  private boolean take(Pattern pattern, Kind kind) {
    var matcher = pattern.matcher(soql).region(at, soql.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    tokens.add(new Token(kind, matcher.group(), at));
    at = matcher.end();
    return true;
  }

  /** A string keeps its escapes: what they mean depends on whether LIKE reads it. */
  private void text() {
    int start = at++;
    while (at < soql.length() && soql.charAt(at) != '\'') {
      at += soql.charAt(at) == '\\' ? escapeLength() : 1;
    }
    if (at >= soql.length()) {
      throw SoqlErrors.malformed(soql, start, "unterminated string literal");
    }
    tokens.add(new Token(Kind.TEXT, soql.substring(start + 1, at), start));
    at++;
  }

  private int escapeLength() {
    char next = at + 1 < soql.length() ? soql.charAt(at + 1) : ' ';
    if (next == 'u' && at + 6 <= soql.length() && isHex(soql.substring(at + 2, at + 6))) {
      return 6;
    }
    if ("\\'\"nrtbf_%NRTBF".indexOf(next) < 0) {
      throw SoqlErrors.malformed(soql, at, "Illegal escape sequence '\\" + next + "'");
    }
    return 2;
  }

  private static boolean isHex(String digits) {
    return digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
