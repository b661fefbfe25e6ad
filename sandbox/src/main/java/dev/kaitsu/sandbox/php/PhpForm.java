package dev.kaitsu.sandbox.php;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code application/x-www-form-urlencoded} text the way PHP fills {@code $_POST}. */
public final class PhpForm {
  /** PHP's default {@code max_input_vars}; what comes after is dropped silently. */
  public static final int MAX_INPUTS = 1000;

  private static final Pattern INDEX = Pattern.compile("\\G\\[\\s?([^\\]]*)\\]");

  private PhpForm() {}

  /** Parses a request body; text that PHP cannot use is ignored, as PHP does. */
  public static PhpArray parse(String body) {
    var form = new PhpArray();
    int inputs = 0;
    for (String pair : body.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      if (++inputs > MAX_INPUTS) {
        break;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      register(form, name.stripLeading(), new PhpText(value));
    }
    return form;
  }

  private static void register(PhpArray form, String name, PhpText value) {
    int bracket = name.indexOf('[');
    String top =
        (bracket < 0 ? name : name.substring(0, bracket)).replace('.', '_').replace(' ', '_');
    if (top.isEmpty()) {
      return;
    }
    if (bracket >= 0 && name.indexOf(']', bracket) < 0) {
      form.put(top + '_' + name.substring(bracket + 1), value);
      return;
    }
    List<String> path = new ArrayList<>(List.of(top));
    if (bracket >= 0) {
      Matcher index = INDEX.matcher(name).region(bracket, name.length());
      while (index.find()) {
        path.add(index.group(1));
      }
    }
    put(form, path, value);
  }

  /** An empty index appends; an array replaces a scalar in its way, and the reverse. */
  private static void put(PhpArray form, List<String> path, PhpText value) {
    PhpArray holder = form;
    for (int i = 0; i < path.size() - 1; i++) {
      String key = path.get(i).isEmpty() ? holder.nextKey() : path.get(i);
      var inner = holder.array(key);
      if (inner.isEmpty()) {
        holder.put(key, new PhpArray());
      }
      holder = holder.array(key).orElseThrow();
    }
    String last = path.get(path.size() - 1);
    if (last.isEmpty()) {
      holder.append(value);
    } else {
      holder.put(last, value);
    }
  }

  /** A percent sign that starts no escape stays as it is, which {@code URLDecoder} would refuse. */
  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    var bytes = new ByteArrayOutputStream(text.length());
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%' && i + 2 < raw.length && hex(raw[i + 1]) >= 0 && hex(raw[i + 2]) >= 0) {
        bytes.write(hex(raw[i + 1]) << 4 | hex(raw[i + 2]));
        i += 2;
      } else {
        bytes.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }
}
