package dev.kaitsu.sandbox.whmcs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A product of the catalogue.
 *
 * @param payType {@code free}, {@code onetime} or {@code recurring}
 * @param prices price per billing cycle as AddOrder spells it ({@code monthly}, {@code onetime}); a
 *     cycle without a price is not sold
 * @param allowQty 0 ignores quantities, 1 makes a service per unit, 2 makes one service that has a
 *     quantity
 */
public record WhmcsProduct(
    int pid,
    String name,
    String payType,
    Map<String, BigDecimal> prices,
    int allowQty,
    List<ConfigOption> configOptions,
    List<CustomField> customFields) {

  /** An option of a product, and its choices by their ids. */
  public record ConfigOption(int id, String name, Map<Integer, String> choices) {
    public ConfigOption {
      choices = Map.copyOf(choices);
    }
  }

  /**
   * A text field of a product.
   *
   * @param onOrderForm whether GetProducts shows it; orders store it either way
   */
  public record CustomField(int id, String name, boolean onOrderForm) {}

  public WhmcsProduct {
    prices = Map.copyOf(prices);
    configOptions = List.copyOf(configOptions);
    customFields = List.copyOf(customFields);
  }

  public static WhmcsProduct monthly(int pid, String name, String price) {
    var prices = Map.of("monthly", new BigDecimal(price));
    return new WhmcsProduct(pid, name, "recurring", prices, 0, List.of(), List.of());
  }

  public static WhmcsProduct oneTime(int pid, String name, String price) {
    var prices = Map.of("onetime", new BigDecimal(price));
    return new WhmcsProduct(pid, name, "onetime", prices, 0, List.of(), List.of());
  }

  public static WhmcsProduct free(int pid, String name) {
    return new WhmcsProduct(pid, name, "free", Map.of(), 0, List.of(), List.of());
  }

  public WhmcsProduct withPrice(String cycle, String price) {
    var more = new TreeMap<>(prices);
    more.put(cycle, new BigDecimal(price));
    return new WhmcsProduct(pid, name, payType, more, allowQty, configOptions, customFields);
  }

  public WhmcsProduct withAllowQty(int newAllowQty) {
    return new WhmcsProduct(pid, name, payType, prices, newAllowQty, configOptions, customFields);
  }

  public WhmcsProduct withConfigOption(int id, String optionName, Map<Integer, String> choices) {
    var more = new ArrayList<>(configOptions);
    more.add(new ConfigOption(id, optionName, choices));
    return new WhmcsProduct(pid, name, payType, prices, allowQty, more, customFields);
  }

  public WhmcsProduct withCustomField(int id, String fieldName) {
    var more = new ArrayList<>(customFields);
    more.add(new CustomField(id, fieldName, true));
    return new WhmcsProduct(pid, name, payType, prices, allowQty, configOptions, more);
  }

  Optional<ConfigOption> configOption(int id) {
    return configOptions.stream().filter(option -> option.id() == id).findFirst();
  }

  Optional<CustomField> customField(int id) {
    return customFields.stream().filter(field -> field.id() == id).findFirst();
  }
}
