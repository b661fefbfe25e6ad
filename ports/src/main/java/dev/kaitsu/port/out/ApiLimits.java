package dev.kaitsu.port.out;

import dev.kaitsu.model.ApiLimit;
import java.util.List;

/** What Salesforce last said about our limits, to whichever node. */
public interface ApiLimits {
  /**
   * Replaces what was known of these limits.
   *
   * @throws StoreException if the store fails
   */
  void save(List<ApiLimit> limits);

  /**
   * The limits told within the last hour, by name.
   *
   * @throws StoreException if the store fails
   */
  List<ApiLimit> recent();
}
