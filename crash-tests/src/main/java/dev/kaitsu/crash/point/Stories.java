package dev.kaitsu.crash.point;

import java.util.List;
import java.util.stream.Stream;

/** Every kind of story that an order can have. */
final class Stories {
  private Stories() {}

  static List<Story> all() {
    return Stream.of(
            PlainStories.all(),
            LostAnswers.all(),
            BillingTroubles.all(),
            StaffActs.all(),
            SalesforceTroubles.all(),
            OperatorActs.all(),
            SimStories.all())
        .flatMap(each -> each)
        .toList();
  }
}
