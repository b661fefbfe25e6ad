package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.ProductId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Remembers products for a while; many callers that ask at once cause one request. */
final class ProductCatalogue {
  private static final long REMEMBERED_NANOS = Duration.ofMinutes(10).toNanos();

  private final ConcurrentHashMap<ProductId, Entry> entries = new ConcurrentHashMap<>();
  private final Function<ProductId, Optional<ProductRow>> source;
  private final LongSupplier nanoTime;

  ProductCatalogue(Function<ProductId, Optional<ProductRow>> source, LongSupplier nanoTime) {
    this.source = source;
    this.nanoTime = nanoTime;
  }

  /**
   * The product; empty if nothing can be known of it. Neither that nor a failure, which all who
   * wait are thrown, is remembered: once somebody cures it, it counts.
   */
  Optional<ProductRow> product(ProductId id) {
    var fresh = new Entry(nanoTime.getAsLong());
    var entry =
        entries.merge(
            id, fresh, (old, mine) -> mine.asked - old.asked < REMEMBERED_NANOS ? old : mine);
    if (entry == fresh) {
      load(id, fresh);
    }
    try {
      return entry.row.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void load(ProductId id, Entry entry) {
    try {
      var row = source.apply(id);
      if (row.isEmpty()) {
        entries.remove(id, entry);
      }
      entry.row.complete(row);
    } catch (RuntimeException failed) {
      entries.remove(id, entry);
      entry.row.completeExceptionally(failed);
    }
  }

  /** Each asking is itself only, however alike two may be. */
  private static final class Entry {
    private final CompletableFuture<Optional<ProductRow>> row = new CompletableFuture<>();
    private final long asked;

    private Entry(long asked) {
      this.asked = asked;
    }
  }
}
