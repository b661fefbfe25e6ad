package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct.ConfigOption;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct.CustomField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the catalogue, or the products with the given ids. Prices are the same in every currency.
 */
final class GetProducts implements Action {
  private static final List<String> CYCLES =
      List.of("monthly", "quarterly", "semiannually", "annually", "biennially", "triennially");
  private static final BigDecimal NOT_SOLD = new BigDecimal("-1.00");

  private final Installation installation;

  GetProducts(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Reply run(PhpArray form) {
    Set<String> pids =
        form.text("pid").filter(text -> !text.isBlank()).stream()
            .flatMap(csv -> Stream.of(csv.split(",", -1)))
            .map(String::strip)
            .collect(Collectors.toSet());
    var rows =
        installation.books().products().stream()
            .filter(product -> pids.isEmpty() || pids.contains(Integer.toString(product.pid())))
            .map(this::row)
            .toList();
    return Reply.success(
        installation.row().number("totalresults", rows.size()).list("products", "product", rows));
  }

  private Row row(WhmcsProduct product) {
    Row row =
        installation
            .row()
            .digits("pid", product.pid())
            .digits("gid", 1)
            .text("type", "other")
            .text("name", product.name())
            .blank("slug", "product-url", "description", "module")
            .text("paytype", product.payType());
    if (installation.behaviour().knowsQuantities()) {
      row.number("allowqty", product.allowQty()).number("quantity_available", 0);
    }
    return row.with("pricing", pricing(product).node())
        .list(
            "customfields",
            "customfield",
            product.customFields().stream()
                .filter(CustomField::onOrderForm)
                .map(this::customField)
                .toList())
        .list(
            "configoptions",
            "configoption",
            product.configOptions().stream().map(this::configOption).toList());
  }

  private Row pricing(WhmcsProduct product) {
    Row pricing = installation.row();
    installation.books().clients().stream()
        .map(WhmcsClient::currency)
        .distinct()
        .sorted()
        .forEach(currency -> pricing.with(currency, prices(product, currency).node()));
    return pricing;
  }

  private Row prices(WhmcsProduct product, String currency) {
    Row row = installation.row().text("prefix", "").text("suffix", " " + currency);
    CYCLES.forEach(cycle -> row.money(cycle.charAt(0) + "setupfee", BigDecimal.ZERO));
    for (String cycle : CYCLES) {
      // A one-time price lives in the monthly slot.
      String key =
          cycle.equals("monthly") && product.payType().equals("onetime") ? "onetime" : cycle;
      row.money(cycle, product.prices().getOrDefault(key, NOT_SOLD));
    }
    return row;
  }

  private Row customField(CustomField field) {
    return installation
        .row()
        .digits("id", field.id())
        .text("name", field.name())
        .blank("description", "required");
  }

  private Row configOption(ConfigOption option) {
    var choices =
        option.choices().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                choice ->
                    installation
                        .row()
                        .digits("id", choice.getKey())
                        .text("name", choice.getValue())
                        .text("rawName", choice.getValue()))
            .toList();
    return installation
        .row()
        .digits("id", option.id())
        .text("name", option.name())
        .text("type", "1")
        .list("options", "option", choices);
  }
}
