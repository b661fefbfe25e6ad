package dev.kaitsu.cli;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamPosition;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a place in a topic; what can be read as hexadecimal is hexadecimal. */
final class PositionArgument implements ITypeConverter<StreamPosition> {
  private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2})+");
  private static final String BASE64 = "base64:";
  private static final int BASE64_GROUP = 4;

  @Override
  public StreamPosition convert(String text) {
    if (text.toLowerCase(Locale.ROOT).equals("earliest")) {
      return new StreamPosition.Earliest();
    }
    try {
      return new StreamPosition.After(new ReplayId(bytes(text)));
    } catch (IllegalArgumentException neither) {
      throw new TypeConversionException(
          "not a replay id in hexadecimal or base64, nor 'earliest': '%s'".formatted(text));
    }
  }

  private static byte[] bytes(String text) {
    if (HEX.matcher(text).matches()) {
      return HexFormat.of().parseHex(text);
    }
    var encoded = text.startsWith(BASE64) ? text.substring(BASE64.length()) : text;
    if (encoded.length() % BASE64_GROUP != 0) {
      throw new IllegalArgumentException("base64 without its padding, or not all of it");
    }
    return Base64.getDecoder().decode(encoded);
  }
}
