package dev.kaitsu.port.out;

import dev.kaitsu.model.ProductId;
import java.util.Set;

/** The billing system's own catalogue. */
@FunctionalInterface
public interface BilledProducts {
  /**
   * Those of the given products that there are.
   *
   * @throws ExternalCallException if the catalogue cannot be read
   */
  Set<ProductId> existing(Set<ProductId> products);
}
