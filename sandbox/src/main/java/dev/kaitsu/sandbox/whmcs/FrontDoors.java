package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.http.Answer;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import java.util.Optional;

/** What answers in WHMCS's place when a call does not even reach it. */
final class FrontDoors {
  private FrontDoors() {}

  static Optional<Answer> answer(FrontDoor door) {
    return switch (door) {
      case OPEN, INVALID_IP, AUTHENTICATION_FAILED -> Optional.empty();
      case FIREWALL_PAGE_403 -> Optional.of(page(403, "Access denied by the web firewall"));
      case REDIRECT_301 ->
          Optional.of(
              page(301, "Moved Permanently")
                  .with("Location", "https://elsewhere.invalid/includes/api.php"));
      case MAINTENANCE_PAGE_200 -> Optional.of(page(200, "Down for Maintenance"));
      case MAINTENANCE_PAGE_503 -> Optional.of(page(503, "Down for Maintenance"));
    };
  }

  private static Answer page(int status, String title) {
    return Answer.html(
        status, "<!DOCTYPE html><html><body><h1>%s</h1></body></html>".formatted(title));
  }
}
