package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import java.util.ArrayList;
import java.util.List;

/** Reads back an order, and names every place in which its marker is to be read. */
final class MarkerPlaces {
  private final WhmcsClient client;
  private final Marker marker;

  MarkerPlaces(WhmcsClient client, Marker marker) {
    this.client = client;
    this.marker = marker;
  }

  List<String> of(BillingClientId owner, BillingOrderId order) {
    var places = new ArrayList<String>();
    if (client.order(order).filter(row -> marker.isIn(row.notes())).isPresent()) {
      places.add("the notes of the order");
    }
    for (WireObject service : client.serviceRows(owner)) {
      if (service.id("orderid").orElse(0) == order.value()) {
        places.addAll(of(service));
      }
    }
    return places;
  }

  private List<String> of(WireObject service) {
    var places = new ArrayList<String>();
    service
        .text("notes")
        .filter(marker::isIn)
        .ifPresent(notes -> places.add("the notes of the service"));
    for (WireObject field : service.rows("customfields", "customfield")) {
      field
          .text("value")
          .filter(marker::isIn)
          .ifPresent(
              value ->
                  places.add(
                      "the custom field '%s' of the service"
                          .formatted(field.text("name").orElse("?"))));
    }
    return places;
  }
}
