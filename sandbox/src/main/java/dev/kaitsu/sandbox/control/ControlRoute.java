package dev.kaitsu.sandbox.control;

/** What happens at one method and path of the control endpoint. */
@FunctionalInterface
public interface ControlRoute {
  /**
   * Carries out one request.
   *
   * @return what to answer as JSON: maps, lists, records and scalars
   * @throws InvalidFieldException if the request is refused; it is answered 400
   */
  Object handle(ControlRequest request);
}
