package dev.kaitsu.adapter.freebit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Freebit's documents leave open; {@code mapping.properties} says what each is about. */
enum MappingKey {
  DETAIL_PATH("PA03-02.path", Shape.PATH),
  QUOTA_PATH("PA04-04.path", Shape.PATH),
  PLAN_PATH("PA05-21.path", Shape.PATH),
  HISTORY_PATH("PA05-02.path", Shape.OPTIONAL_PATH),
  REGISTERED_CREATE_TYPE("PA02-01.createType", Shape.CREATE_TYPE),
  PORTED_CREATE_TYPE("PA05-19.createType", Shape.CREATE_TYPE),
  ESIM_CREATE_TYPE("PA05-41.createType", Shape.OPTIONAL_CREATE_TYPE),
  DETAIL_VERSION("PA03-02.version", Shape.OPTIONAL_NUMBER),
  REGISTERED_KIND("PA02-01.kind", Shape.OPTIONAL_MEMBER),
  REGISTERED_ACCOUNT("PA02-01.account", Shape.MEMBER),
  REGISTERED_PLAN("PA02-01.planCode", Shape.OPTIONAL_MEMBER),
  REGISTERED_CARD("PA02-01.productNumber", Shape.OPTIONAL_MEMBER),
  PORTED_CARD("PA05-19.productNumber", Shape.OPTIONAL_MEMBER),
  PORTED_PLAN("PA05-19.planCode", Shape.OPTIONAL_MEMBER),
  PORTED_METHOD("PA05-19.mnpMethod", Shape.OPTIONAL_MEMBER),
  PORTED_RESERVATION("PA05-19.reserveNumber", Shape.OPTIONAL_MEMBER),
  PORTED_EXPIRY("PA05-19.reserveExpireDate", Shape.OPTIONAL_MEMBER),
  LAST_NAME("PA05-05.lastName", Shape.OPTIONAL_MEMBER),
  FIRST_NAME("PA05-05.firstName", Shape.OPTIONAL_MEMBER),
  LAST_NAME_KANA("PA05-05.lastNameKana", Shape.OPTIONAL_MEMBER),
  FIRST_NAME_KANA("PA05-05.firstNameKana", Shape.OPTIONAL_MEMBER),
  GENDER("PA05-05.gender", Shape.OPTIONAL_MEMBER),
  BIRTHDAY("PA05-05.birthday", Shape.OPTIONAL_MEMBER),
  HISTORY_FROM("PA05-02.from", Shape.OPTIONAL_MEMBER),
  HISTORY_TO("PA05-02.to", Shape.OPTIONAL_MEMBER),
  READ_ACCOUNT("PA03-02.read.account", Shape.NAMES),
  READ_STATE("PA03-02.read.state", Shape.NAMES),
  READ_PLAN("PA03-02.read.planCode", Shape.NAMES),
  READ_NETWORK("PA03-02.read.network", Shape.NAMES),
  READ_EID("PA03-02.read.eid", Shape.NAMES),
  READ_CARD("PA03-02.read.productNumber", Shape.NAMES),
  READ_VOICE_MAIL("PA03-02.read.voiceMail", Shape.NAMES),
  READ_CALL_WAITING("PA03-02.read.callWaiting", Shape.NAMES),
  READ_TODAY("PA05-01.read.today", Shape.NAMES),
  READ_RECENT("PA05-01.read.recent", Shape.NAMES),
  READ_REMAINING("PA05-01.read.remaining", Shape.NAMES),
  READ_RESTRICTED("PA05-01.read.restricted", Shape.NAMES),
  READ_HISTORY("PA05-02.read.list", Shape.NAMES),
  READ_QUOTA_CODE("PA05-02.read.code", Shape.NAMES),
  READ_TOTAL("PA05-02.read.total", Shape.NAMES),
  HISTORY_PAGE("PA05-02.page", Shape.PAGE),
  STATES_IN_SERVICE("states.inService", Shape.WORDS),
  CODES_ABSENT("codes.absent", Shape.CODES),
  CODES_COMBINATION("codes.combination", Shape.CODES),
  CODES_LOCKED("codes.locked", Shape.OPTIONAL_CODES),
  CODES_KEY("codes.key", Shape.OPTIONAL_CODES),
  WORDS_KEY("words.key", Shape.OPTIONAL_WORDS),
  CODES_FAULT("codes.fault", Shape.OPTIONAL_CODES);

  private static final Map<String, MappingKey> BY_KEY =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(MappingKey::key, Function.identity()));

  private final String key;
  private final Shape shape;

  MappingKey(String key, Shape shape) {
    this.key = key;
    this.shape = shape;
  }

  static Optional<MappingKey> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  String key() {
    return key;
  }

  Shape shape() {
    return shape;
  }

  /** Whether it says where a member stands in a request. */
  boolean placesMember() {
    return shape == Shape.MEMBER || shape == Shape.OPTIONAL_MEMBER;
  }

  /** The call it is about, such as {@code PA02-01}; itself if it is about none. */
  String call() {
    return key.replaceAll("\\..*", "");
  }
}
