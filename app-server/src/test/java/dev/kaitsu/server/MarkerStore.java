package dev.kaitsu.server;

import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Notes;
import dev.kaitsu.sandbox.whmcs.WhmcsEmulator;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import java.util.Map;

/** Where an installation of WHMCS keeps the marker of an order. */
enum MarkerStore {
  ORDER_NOTES(Notes.ON_ORDER),
  SERVICE_NOTES(Notes.ON_SERVICE),
  CUSTOM_FIELD(Notes.NOWHERE) {
    @Override
    Map<String, String> settings() {
      return Map.of("WHMCS_MARKER_FIELD", FIELD, "WHMCS_MARKER_IN_NOTES", "false");
    }
  },
  NOWHERE(Notes.NOWHERE);

  private static final String FIELD = "External reference";

  private final Notes notes;

  MarkerStore(Notes notes) {
    this.notes = notes;
  }

  void establish(WhmcsEmulator whmcs) {
    whmcs.behaviour().notesAreStored(notes);
    whmcs.add(
        WhmcsProduct.monthly(Scene.INTERNET, "Internet", "4600.00").withCustomField(3, FIELD));
  }

  Map<String, String> settings() {
    return Map.of();
  }

  boolean keeps() {
    return this != NOWHERE;
  }
}
