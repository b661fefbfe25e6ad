package dev.kaitsu.adapter.freebit;

/**
 * One request to the API, the key left out.
 *
 * @param code Freebit's own name of the call, such as {@code PA05-41}
 * @param path after {@code /emptool/api/}
 * @param writes whether it has an effect, so that it is never repeated and a lost answer is doubt
 */
record FreebitCall(String code, String path, Body body, boolean writes) {
  static FreebitCall read(String code, String path, Body body) {
    return new FreebitCall(code, path, body, false);
  }

  static FreebitCall write(String code, String path, Body body) {
    return new FreebitCall(code, path, body, true);
  }
}
