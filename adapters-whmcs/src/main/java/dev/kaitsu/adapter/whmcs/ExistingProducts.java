package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.ProductId;
import dev.kaitsu.port.out.BilledProducts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks GetProducts for many products at once. */
final class ExistingProducts implements BilledProducts {
  private static final int AT_ONCE = 100;

  private final WhmcsClient client;

  ExistingProducts(WhmcsClient client) {
    this.client = client;
  }

  @Override
  public Set<ProductId> existing(Set<ProductId> products) {
    var existing = new HashSet<ProductId>();
    var all = List.copyOf(products);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      for (WireObject row :
          client.products(all.subList(from, Math.min(from + AT_ONCE, all.size())))) {
        var id = row.id("pid");
        if (id.isPresent()) {
          existing.add(new ProductId(id.getAsLong()));
        }
      }
    }
    existing.retainAll(products);
    return existing;
  }
}
