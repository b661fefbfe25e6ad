package dev.kaitsu.sandbox.freebit;

/**
 * One call of the API.
 *
 * @param operation Freebit's name of it, such as {@code PA05-41}
 */
record Endpoint(String operation, Work work) {
  /** What it does. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it.
     *
     * @throws FreebitRefusal if it is not done
     */
    Reply answer(FreebitRequest request);
  }
}
