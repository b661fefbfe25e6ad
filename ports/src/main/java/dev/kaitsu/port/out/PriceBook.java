package dev.kaitsu.port.out;

import dev.kaitsu.model.PriceBookId;
import dev.kaitsu.model.SoldProduct;
import java.util.List;
import java.util.Optional;

/** What can be ordered. */
public interface PriceBook {
  /**
   * The products of a price book's active entries, each once; of all price books if none is named.
   *
   * @throws ExternalCallException if they cannot be read
   */
  List<SoldProduct> products(Optional<PriceBookId> priceBook);
}
