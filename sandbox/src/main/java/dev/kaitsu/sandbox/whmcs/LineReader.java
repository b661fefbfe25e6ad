package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import dev.kaitsu.sandbox.php.PhpSerialized;
import dev.kaitsu.sandbox.php.PhpText;
import dev.kaitsu.sandbox.whmcs.WhmcsOrder.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Reads the per-line arrays of AddOrder, which belong together by their index. What it cannot use
 * is dropped without a word, as on the real server: unknown products, fields and undecodable
 * values.
 */
final class LineReader {
  /** Shortest first: the cycle a product falls back to when the asked one is not sold. */
  private static final List<String> CYCLES =
      List.of(
          "onetime",
          "monthly",
          "quarterly",
          "semiannually",
          "annually",
          "biennially",
          "triennially");

  private final Installation installation;

  LineReader(Installation installation) {
    this.installation = installation;
  }

  List<Line> read(PhpArray form) {
    List<Line> lines = new ArrayList<>();
    var pids = form.array("pid").orElseGet(PhpArray::new);
    for (String index : pids.entries().keySet()) {
      pids.integer(index)
          .flatMap(installation.books()::product)
          .ifPresent(product -> lines.add(line(form, index, product)));
    }
    return lines;
  }

  private Line line(PhpArray form, String index, WhmcsProduct product) {
    String askedCycle = at(form, "billingcycle", index).orElse("");
    int askedQty = Math.max(1, form.array("qty").flatMap(q -> q.integer(index)).orElse(1));
    String cycle = sold(product, askedCycle);
    boolean counts = installation.behaviour().knowsQuantities();
    var override = at(form, "priceoverride", index).flatMap(LineReader::decimal);
    return new Line(
        product,
        new OrderLine(product.pid(), askedCycle, askedQty),
        cycle,
        counts && product.allowQty() == 1 ? askedQty : 1,
        counts && product.allowQty() == 2 ? askedQty : 1,
        override.orElseGet(() -> product.prices().getOrDefault(cycle, BigDecimal.ZERO)),
        at(form, "domain", index).orElse(""),
        installation.behaviour().customFieldsStored
            ? known(at(form, "customfields", index), id -> product.customField(id).isPresent())
            : Map.of(),
        known(at(form, "configoptions", index), id -> product.configOption(id).isPresent()));
  }

  private static String sold(WhmcsProduct product, String cycle) {
    if (product.payType().equals("free")) {
      return "free";
    }
    if (product.prices().containsKey(cycle)) {
      return cycle;
    }
    return CYCLES.stream().filter(product.prices()::containsKey).findFirst().orElse("free");
  }

  /** The values of a base64-encoded map, as far as the product knows their ids. */
  static Map<Integer, String> known(Optional<String> encoded, IntPredicate knownId) {
    Map<Integer, String> values = new TreeMap<>();
    if (encoded.flatMap(PhpSerialized::fromBase64).orElse(null) instanceof PhpArray map) {
      map.entries()
          .forEach(
              (key, value) -> {
                if (key.matches("[0-9]{1,9}")
                    && knownId.test(Integer.parseInt(key))
                    && value instanceof PhpText scalar) {
                  values.put(Integer.parseInt(key), scalar.text());
                }
              });
    }
    return values;
  }

  private static Optional<String> at(PhpArray form, String name, String index) {
    return form.array(name).flatMap(array -> array.text(index));
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
