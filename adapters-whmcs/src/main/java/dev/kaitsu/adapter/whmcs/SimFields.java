package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.sim.Eid;
import dev.kaitsu.model.sim.ProductNumber;
import dev.kaitsu.model.sim.SimIdentity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names of the product custom fields that say which SIM a service is.
 *
 * @param simNumber {@code WHMCS_SIM_NUMBER_FIELD}: takes the phone number
 * @param serialNumber {@code WHMCS_SERIAL_NUMBER_FIELD}: takes the number printed on the card
 * @param eid {@code WHMCS_EID_FIELD}: takes the EID of an eSIM's device
 */
public record SimFields(String simNumber, String serialNumber, String eid) {
  public SimFields {
    simNumber = WhmcsConfig.given("WHMCS_SIM_NUMBER_FIELD", simNumber);
    serialNumber = WhmcsConfig.given("WHMCS_SERIAL_NUMBER_FIELD", serialNumber);
    eid = WhmcsConfig.given("WHMCS_EID_FIELD", eid);
  }

  /** The names of the portal's installation. */
  public static final SimFields DEFAULTS = new SimFields("SIM Number", "Serial Number", "EID");

  /** What stands in which field; a field that the SIM has no value for is left as it is. */
  Map<String, String> valuesOf(SimIdentity sim) {
    var values = new LinkedHashMap<String, String>();
    values.put(simNumber, sim.line().digits());
    sim.productNumber().map(ProductNumber::value).ifPresent(text -> values.put(serialNumber, text));
    sim.eid().map(Eid::digits).ifPresent(text -> values.put(eid, text));
    return values;
  }
}
