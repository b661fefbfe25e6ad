package dev.kaitsu.sandbox.whmcs;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * A purchased product.
 *
 * @param cycle the billing cycle as AddOrder spells it
 * @param customFields text by custom field id
 * @param configOptions choice by config option id
 */
public record WhmcsService(
    int id,
    int orderId,
    int clientId,
    int pid,
    String cycle,
    int qty,
    BigDecimal amount,
    String domain,
    String status,
    String notes,
    Map<Integer, String> customFields,
    Map<Integer, String> configOptions) {

  public WhmcsService {
    customFields = Map.copyOf(customFields);
    configOptions = Map.copyOf(configOptions);
  }

  WhmcsService withStatus(String newStatus) {
    return copy(clientId, newStatus, notes, customFields);
  }

  WhmcsService withNotes(String newNotes) {
    return copy(clientId, status, newNotes, customFields);
  }

  WhmcsService ownedBy(int newClientId) {
    return copy(newClientId, status, notes, customFields);
  }

  WhmcsService withCustomFields(Map<Integer, String> changes) {
    var more = new TreeMap<>(customFields);
    more.putAll(changes);
    return copy(clientId, status, notes, more);
  }

  private WhmcsService copy(
      int newClientId, String newStatus, String newNotes, Map<Integer, String> newFields) {
    return new WhmcsService(
        id,
        orderId,
        newClientId,
        pid,
        cycle,
        qty,
        amount,
        domain,
        newStatus,
        newNotes,
        newFields,
        configOptions);
  }
}
