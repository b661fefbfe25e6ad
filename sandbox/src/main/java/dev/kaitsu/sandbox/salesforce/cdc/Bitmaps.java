package dev.kaitsu.sandbox.salesforce.cdc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects field positions and writes them the way change event headers do. */
final class Bitmaps {
  private BigInteger top = BigInteger.ZERO;
  private final Map<Integer, BigInteger> nested = new TreeMap<>();

  void set(int position) {
    top = top.setBit(position);
  }

  /** Marks a component of a compound; the compound's own bit stays as it is. */
  void set(int compoundPosition, int position) {
    nested.merge(compoundPosition, BigInteger.ZERO.setBit(position), BigInteger::or);
  }

  /** The elements: first the one of the record itself, if any bit of it is set. */
  List<String> elements() {
    var elements = new ArrayList<String>();
    if (top.signum() != 0) {
      elements.add(hex(top));
    }
    for (int compound : new TreeSet<>(nested.keySet())) {
      elements.add(compound + "-" + hex(nested.getOrDefault(compound, BigInteger.ZERO)));
    }
    return elements;
  }

  private static String hex(BigInteger bits) {
    var digits = bits.toString(16).toUpperCase(Locale.ROOT);
    return "0x" + (digits.length() % 2 == 0 ? "" : "0") + digits;
  }
}
