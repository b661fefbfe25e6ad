package dev.kaitsu.sandbox.salesforce.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kaitsu.sandbox.salesforce.json.Json;
import dev.kaitsu.sandbox.salesforce.store.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request to the versioned API, from the wire or out of a composite request.
 *
 * @param path segments below the version
 * @param headers in lower case
 * @param body read as JSON only when a resource wants it
 */
record ApiRequest(
    String method,
    String version,
    List<String> path,
    Map<String, String> parameters,
    Map<String, String> headers,
    String body,
    Writer writer) {

  ApiRequest {
    path = List.copyOf(path);
    var lowerCase = new TreeMap<String, String>();
    headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = lowerCase;
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  ObjectNode json() {
    return Json.readObject(body);
  }
}
