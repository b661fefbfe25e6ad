package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.SimDetails.Person;
import dev.kaitsu.model.sim.Gender;
import dev.kaitsu.model.sim.Subscriber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads who will use the line: names, gender and birthday as the operator wants them. */
final class SubscriberReading {
  private static final int LONGEST_NAME = 50;
  private static final int OLDEST = 130;

  private static final Map<String, Gender> GENDERS =
      Map.of(
          "m", Gender.MAN,
          "male", Gender.MAN,
          "man", Gender.MAN,
          "f", Gender.WOMAN,
          "female", Gender.WOMAN,
          "w", Gender.WOMAN,
          "woman", Gender.WOMAN,
          "c", Gender.CORPORATE,
          "corporate", Gender.CORPORATE,
          "corporate/other", Gender.CORPORATE);

  private SubscriberReading() {}

  /** The person of the order's {@code Porting_…} fields, who holds the number elsewhere. */
  static Subscriber porting(Person person, LocalDate today) throws SimRefused {
    return read(
        person,
        new Fields(
            "Porting_LastName__c",
            "Porting_FirstName__c",
            "Porting_LastName_Katakana__c",
            "Porting_FirstName_Katakana__c",
            "Porting_Gender__c",
            "Porting_DateOfBirth__c"),
        today);
  }

  /** The order's bill-to contact. */
  static Subscriber contact(Optional<Person> contact, LocalDate today) throws SimRefused {
    var person =
        contact.orElseThrow(
            () ->
                new SimRefused(
                    FailureCode.SIM_NAME,
                    "BillToContactId names no contact that is shown to us: the contact says who uses the line"));
    return read(
        person,
        new Fields(
            "the contact's LastName",
            "the contact's FirstName",
            "the contact's LastName_Kana__c",
            "the contact's FirstName_Kana__c",
            "the contact's Gender__c",
            "the contact's Birthdate"),
        today);
  }

  private record Fields(
      String lastName,
      String firstName,
      String lastNameKana,
      String firstNameKana,
      String gender,
      String birthday) {}

  private static Subscriber read(Person person, Fields fields, LocalDate today) throws SimRefused {
    return new Subscriber(
        name(fields.lastName(), person.lastName()),
        name(fields.firstName(), person.firstName()),
        kana(fields.lastNameKana(), person.lastNameKana()),
        kana(fields.firstNameKana(), person.firstNameKana()),
        gender(fields.gender(), person.gender()),
        birthday(fields.birthday(), person.birthday(), today));
  }

  private static String name(String field, Optional<String> written) throws SimRefused {
    var name = Field.required(FailureCode.SIM_NAME, field, written);
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new SimRefused(
          FailureCode.SIM_NAME,
          "%s is not a name of at most %d characters".formatted(field, LONGEST_NAME));
    }
    return name;
  }

  private static String kana(String field, Optional<String> written) throws SimRefused {
    var kana = Katakana.of(Field.required(FailureCode.SIM_NAME_KANA, field, written));
    if (kana.isEmpty() || kana.get().length() > LONGEST_NAME) {
      throw new SimRefused(
          FailureCode.SIM_NAME_KANA,
          "%s is not katakana of at most %d characters".formatted(field, LONGEST_NAME));
    }
    return kana.get();
  }

  private static Gender gender(String field, Optional<String> written) throws SimRefused {
    var gender =
        GENDERS.get(
            Field.required(FailureCode.SIM_GENDER, field, written).toLowerCase(Locale.ROOT));
    if (gender == null) {
      throw new SimRefused(FailureCode.SIM_GENDER, field + " is none of M, F, W, C or their words");
    }
    return gender;
  }

  private static LocalDate birthday(String field, Optional<String> written, LocalDate today)
      throws SimRefused {
    var date =
        Dates.read(
            FailureCode.SIM_BIRTHDAY,
            field,
            Field.required(FailureCode.SIM_BIRTHDAY, field, written));
    if (!date.isBefore(today) || date.isBefore(today.minusYears(OLDEST))) {
      throw new SimRefused(
          FailureCode.SIM_BIRTHDAY,
          "%s is not a birthday of the last %d years".formatted(field, OLDEST));
    }
    return date;
  }
}
