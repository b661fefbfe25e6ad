package dev.kaitsu.sandbox.salesforce.soql;

import dev.kaitsu.sandbox.salesforce.store.Refusal;

/** Query errors worded as the API words them, with the place in the query. */
final class SoqlErrors {
  private static final int CONTEXT = 60;

  private SoqlErrors() {}

  static Refusal malformed(String soql, int at, String what) {
    return Refusal.badRequest("MALFORMED_QUERY", placed(soql, at, what));
  }

  static Refusal noColumn(String soql, int at, String column, String entity) {
    return Refusal.badRequest(
        "INVALID_FIELD",
        placed(
            soql,
            at,
            ("No such column '%s' on entity '%s'. If you are attempting to use a custom field, be"
                    + " sure to append the '__c' after the custom field name. Please reference your"
                    + " WSDL or the describe call for the appropriate names.")
                .formatted(column, entity)));
  }

  static Refusal noRelationship(String soql, int at, String relationship) {
    return Refusal.badRequest(
        "INVALID_FIELD",
        placed(
            soql,
            at,
            ("Didn't understand relationship '%s' in field path. If you are attempting to use a"
                    + " custom relationship, be sure to append the '__r' after the custom"
                    + " relationship name. Please reference your WSDL or the describe call for the"
                    + " appropriate names.")
                .formatted(relationship)));
  }

  static Refusal noObject(String soql, int at, String object) {
    return Refusal.badRequest(
        "INVALID_TYPE",
        placed(
            soql,
            at,
            ("sObject type '%s' is not supported. If you are attempting to use a custom object, be"
                    + " sure to append the '__c' after the entity name. Please reference your WSDL"
                    + " or the describe call for the appropriate names.")
                .formatted(object)));
  }

  static Refusal filterType(String soql, int at, String field, String type, boolean quoted) {
    return Refusal.badRequest(
        "INVALID_FIELD",
        placed(
            soql,
            at,
            "value of filter criterion for field '%s' must be of type %s and should %sbe enclosed in quotes"
                .formatted(field, type, quoted ? "" : "not ")));
  }

  private static String placed(String soql, int at, String what) {
    int from = Math.max(0, at - CONTEXT);
    var excerpt = soql.substring(from, Math.min(soql.length(), at + CONTEXT));
    return "\n%s\n%s^\nERROR at Row:1:Column:%d\n%s"
        .formatted(excerpt, " ".repeat(at - from), at + 1, what);
  }
}
