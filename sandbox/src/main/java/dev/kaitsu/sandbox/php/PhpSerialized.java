package dev.kaitsu.sandbox.php;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * Reads PHP's {@code serialize} format as {@code unserialize} does: lengths count bytes, and one
 * wrong length or count loses the whole value. Objects and references are refused, and so are more
 * than {@value #MAX_DEPTH} levels.
 */
public final class PhpSerialized {
  private static final int MAX_DEPTH = 16;

  private final byte[] bytes;
  private int at;

  private PhpSerialized(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Decodes base64 as leniently as PHP: foreign characters, spaces too, are skipped. */
  public static Optional<PhpValue> fromBase64(String text) {
    String known = text.replaceAll("[^A-Za-z0-9+/]", "");
    int whole = known.length() % 4 == 1 ? known.length() - 1 : known.length();
    return from(Base64.getDecoder().decode(known.substring(0, whole)));
  }

  /** Empty when PHP's {@code unserialize} would answer false. */
  public static Optional<PhpValue> from(byte[] bytes) {
    try {
      return Optional.of(new PhpSerialized(bytes).value(0));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  private PhpValue value(int depth) throws Malformed {
    if (depth > MAX_DEPTH) {
      throw new Malformed();
    }
    char kind = (char) next();
    expect(kind == 'N' ? ';' : ':');
    return switch (kind) {
      case 'N' -> new PhpText("");
      case 'i' -> new PhpText(Long.toString(integer(';')));
      case 'b' -> new PhpText(integer(';') == 0 ? "" : "1");
      case 'd' -> new PhpText(until(';'));
      case 's' -> new PhpText(string());
      case 'a' -> array(depth);
      default -> throw new Malformed();
    };
  }

  private PhpArray array(int depth) throws Malformed {
    long count = integer(':');
    expect('{');
    var array = new PhpArray();
    for (long i = 0; i < count; i++) {
      if (!(value(MAX_DEPTH) instanceof PhpText key)) {
        throw new Malformed();
      }
      array.put(key.text(), value(depth + 1));
    }
    expect('}');
    return array;
  }

  private String string() throws Malformed {
    long length = integer(':');
    expect('"');
    if (length < 0 || length > bytes.length - at) {
      throw new Malformed();
    }
    String text = new String(bytes, at, (int) length, UTF_8);
    at += (int) length;
    expect('"');
    expect(';');
    return text;
  }

  private long integer(char end) throws Malformed {
    try {
      return Long.parseLong(until(end));
    } catch (NumberFormatException e) {
      throw new Malformed();
    }
  }

  private String until(char end) throws Malformed {
    int start = at;
    while (next() != end) {
      // the loop's condition moves on
    }
    return new String(bytes, start, at - 1 - start, UTF_8);
  }

  private void expect(char wanted) throws Malformed {
    if (next() != wanted) {
      throw new Malformed();
    }
  }

  private byte next() throws Malformed {
    if (at == bytes.length) {
      throw new Malformed();
    }
    return bytes[at++];
  }

  private static final class Malformed extends Exception {}
}
