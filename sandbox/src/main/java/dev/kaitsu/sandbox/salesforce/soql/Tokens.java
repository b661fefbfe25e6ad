package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.soql.Token.Kind;
import dev.kaitsu.sandbox.salesforce.store.Refusal;
import java.util.List;

/** The tokens still to be read. */
final class Tokens {
  private final String soql;
  private final List<Token> tokens;
  private int next;

  Tokens(String soql) {
    this.soql = soql;
    this.tokens = Lexer.tokens(soql);
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    var token = peek();
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  boolean accept(String symbolOrKeyword) {
    boolean found = peek().is(symbolOrKeyword);
    if (found) {
      next++;
    }
    return found;
  }

  void expect(String symbolOrKeyword) {
    if (!accept(symbolOrKeyword)) {
      throw unexpected("expecting '" + symbolOrKeyword + "', found");
    }
  }

  Name name() {
    if (peek().kind() != Kind.NAME) {
      throw unexpected("expecting a name, found");
    }
    var token = take();
    return new Name(token.text(), token.at());
  }

  int wholeNumber() {
    var token = peek();
    if (token.kind() != Kind.NUMBER || !token.text().chars().allMatch(Character::isDigit)) {
      throw unexpected("expecting a number, found");
    }
    take();
    return Integer.parseInt(token.text());
  }

  Refusal unexpected(String complaint) {
    return SoqlErrors.malformed(soql, peek().at(), "%s '%s'".formatted(complaint, peek().text()));
  }
}
