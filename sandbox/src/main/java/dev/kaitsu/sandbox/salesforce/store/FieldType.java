package dev.kaitsu.sandbox.salesforce.store;

/** What a field holds, as describe names it, and the Java type that stands for it in a record. */
public enum FieldType {
  ID("id", String.class),
  REFERENCE("reference", String.class),
  TEXT("string", String.class),
  TEXT_AREA("textarea", String.class),
  PICKLIST("picklist", String.class),
  /** A picklist that takes no value beyond its list. */
  RESTRICTED_PICKLIST("picklist", String.class),
  NUMBER("double", Double.class),
  CURRENCY("currency", Double.class),
  CHECKBOX("boolean", Boolean.class),
  DATE("date", java.time.LocalDate.class),
  DATETIME("datetime", java.time.Instant.class),
  /** A compound of component fields; it has no value of its own. */
  ADDRESS("address", Void.class);

  private final String describedAs;
  private final Class<?> javaType;

  FieldType(String describedAs, Class<?> javaType) {
    this.describedAs = describedAs;
    this.javaType = javaType;
  }

  public String describedAs() {
    return describedAs;
  }

  public Class<?> javaType() {
    return javaType;
  }

  public boolean isText() {
    return javaType == String.class;
  }

  public boolean isId() {
    return this == ID || this == REFERENCE;
  }
}
