package dev.kaitsu.sandbox.demo;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.salesforce.OrderSeed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Makes SIM orders complete: what Salesforce says about the SIM, the card in the inventory, and the
 * stock at Freebit. All people and numbers are fictional.
 */
final class SimSeeds {
  private static final LocalDate BIRTHDAY = LocalDate.of(1985, 5, 5);
  private static final LocalDate LONG_FROM_NOW = LocalDate.of(2099, 12, 31);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 31);

  private final OutsideWorld world;
  private int lines;

  SimSeeds(OutsideWorld world) {
    this.world = world;
  }

  /** A SIM order about to be created, and the line it activates. */
  record SimSeed(OrderSeed order, String line) {
    SimSeed with(String field, Object value) {
      return new SimSeed(order.with(field, value), line);
    }
  }

  SimSeed esim(OrderSeed order) {
    var line = nextLine();
    return new SimSeed(
        order
            .with("SIM_Type__c", "eSIM")
            .with("SIM_Phone_Number__c", line)
            .with("EID__c", "890490320000000000000000%08d".formatted(lines)),
        line);
  }

  /** On a card that Freebit has in stock. */
  SimSeed physical(OrderSeed order) {
    var seed = physicalUnknownToFreebit(order);
    world.freebit().books().stocks(seed.line());
    return seed;
  }

  SimSeed physicalUnknownToFreebit(OrderSeed order) {
    var line = nextLine();
    var card =
        insert(
            "SIM_Inventory__c",
            row -> {
              row.put("Phone_Number__c", line);
              row.put("PT_Number__c", "AX%013d".formatted(lines));
              return row;
            });
    return new SimSeed(
        order
            .with("SIM_Type__c", "Physical SIM")
            .with("SIM_Phone_Number__c", line)
            .with("Assign_Physical_SIM__c", card)
            .with("SIM_Voice_Mail__c", true)
            .with("BillToContactId", contact()),
        line);
  }

  SimSeed portingIn(SimSeed sim) {
    return sim.with("MNP_Application__c", true)
        .with("MNP_Phone_Number__c", sim.line())
        .with("MNP_Reservation_Number__c", "%010d".formatted(1_234_000_000L + lines))
        .with("MNP_Expiry_Date__c", LONG_FROM_NOW)
        .with("Porting_LastName__c", "見本")
        .with("Porting_FirstName__c", "花子")
        .with("Porting_LastName_Katakana__c", "ミホン")
        .with("Porting_FirstName_Katakana__c", "ハナコ")
        .with("Porting_Gender__c", "Female")
        .with("Porting_DateOfBirth__c", BIRTHDAY);
  }

  SimSeed expired(SimSeed sim) {
    return portingIn(sim).with("MNP_Expiry_Date__c", LONG_AGO);
  }

  /** A line of somebody else, in service with the same number. */
  SimSeed inUse(SimSeed sim) {
    world.freebit().books().hasLine(sim.line(), "PASI_OTHER");
    return sim;
  }

  private String contact() {
    return insert(
        "Contact",
        person -> {
          person.put("LastName", "見本");
          person.put("FirstName", "太郎");
          person.put("LastName_Kana__c", "ミホン");
          person.put("FirstName_Kana__c", "タロウ");
          person.put("Gender__c", "Male");
          person.put("Birthdate", BIRTHDAY);
          return person;
        });
  }

  private String insert(String object, UnaryOperator<Map<String, Object>> fill) {
    return world.salesforce().data().insert(object, fill.apply(new LinkedHashMap<>()));
  }

  private String nextLine() {
    lines++;
    return "0901000%04d".formatted(lines);
  }
}
