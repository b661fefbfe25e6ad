package dev.kaitsu.sandbox.demo;

import java.util.Locale;
import java.util.Optional;

/**
 * How an order must end.
 *
 * @param result what becomes of it
 * @param code {@code Activation_Error_Code__c}, where it fails
 * @param billedOrders how many orders WHMCS must hold for it at the end
 */
public record Expected(Result result, Optional<String> code, int billedOrders) {

  /** What can become of an order. */
  public enum Result {
    ACTIVATED,
    FAILED,
    /** Left alone: it has its bill already. */
    SKIPPED
  }

  static Expected activated() {
    return new Expected(Result.ACTIVATED, Optional.empty(), 1);
  }

  static Expected failed(String code) {
    return new Expected(Result.FAILED, Optional.of(code), 0);
  }

  static Expected skipped(int billedOrders) {
    return new Expected(Result.SKIPPED, Optional.empty(), billedOrders);
  }

  @Override
  public String toString() {
    var name = result.name().charAt(0) + result.name().substring(1).toLowerCase(Locale.ROOT);
    return code.map(each -> name + " " + each).orElse(name);
  }
}
