package dev.kaitsu.sandbox.demo;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.salesforce.SeededProduct;
import dev.kaitsu.sandbox.whmcs.WhmcsProduct;
import java.util.Map;

/** The portal's price book: in Salesforce as it is sold, in WHMCS as it is billed. */
record DemoCatalogue(
    SeededProduct internet,
    SeededProduct installation,
    SeededProduct homePhone,
    SeededProduct vpn,
    SeededProduct router,
    SeededProduct sim,
    SeededProduct unmapped) {
  private static final int INTERNET = 181;
  private static final int INSTALLATION = 242;
  private static final int HOME_PHONE = 246;
  private static final int VPN = 310;
  private static final int ROUTER = 320;
  private static final int SIM = 330;

  static DemoCatalogue in(OutsideWorld world) {
    var whmcs = world.whmcs();
    whmcs.add(WhmcsProduct.monthly(INTERNET, "Internet Silver Home 1G", "4600.00"));
    whmcs.add(WhmcsProduct.oneTime(INSTALLATION, "Installation", "22800.00"));
    whmcs.add(WhmcsProduct.monthly(HOME_PHONE, "Home Phone", "450.00"));
    whmcs.add(WhmcsProduct.monthly(VPN, "VPN Router", "1000.00"));
    whmcs.add(
        WhmcsProduct.monthly(ROUTER, "Rental Router", "300.00")
            .withConfigOption(7, "Antennas", Map.of(41, "Two", 42, "Four")));
    whmcs.add(
        WhmcsProduct.monthly(SIM, "SIM 5 GB", "1200.00")
            .withCustomField(61, "SIM Number")
            .withCustomField(62, "Serial Number")
            .withCustomField(63, "EID"));
    var org = world.salesforce().data();
    return new DemoCatalogue(
        org.product("INTERNET-SILVER-HOME-1G").billedAs(INTERNET, "Monthly").create(),
        org.product("INTERNET-INSTALL-SINGLE").billedAs(INSTALLATION, "Onetime").create(),
        org.product("INTERNET-ADDON-HOME-PHONE").billedAs(HOME_PHONE, "Monthly").create(),
        org.product("VPN-ROUTER").billedAs(VPN, "Monthly").create(),
        org.product("ROUTER-RENTAL")
            .billedAs(ROUTER, "Monthly")
            .with("Portal_ConfigOptions_JSON__c", "{\"7\": 42}")
            .create(),
        org.product("SIM-5GB")
            .billedAs(SIM, "Monthly")
            .with("Product2Categories1__c", "SIM")
            .with("Freebit_Plan_Code__c", "PASI_5G")
            .create(),
        org.product("NOT-MAPPED-YET").with("Billing_Cycle__c", "Monthly").create());
  }
}
