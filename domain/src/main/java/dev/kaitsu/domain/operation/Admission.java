package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.LineOperation.PlanChange;
import dev.kaitsu.model.operation.LineOperation.TopUp;
import dev.kaitsu.port.in.SimDesk.Answer;
import dev.kaitsu.port.out.BillingClients;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Refuses what could never be done as it was asked for, before anything is taken on. */
final class Admission {
  private final BillingClients clients;
  private final LineSettings settings;

  Admission(BillingClients clients, LineSettings settings) {
    this.clients = clients;
    this.settings = settings;
  }

  Optional<Answer.Refused> refusal(LineOperation what, Instant now) {
    var today = LocalDate.ofInstant(now, settings.zone());
    if (what instanceof TopUp topUp) {
      if (!clients.knows(topUp.client())) {
        return refused(
            FailureCode.MAPPING_CUSTOMER_MISSING,
            "WHMCS client %s has no row in id_mappings".formatted(topUp.client()));
      }
      return topUp.expires().filter(day -> day.isBefore(today)).flatMap(day -> past(day, today));
    }
    if (what instanceof PlanChange change) {
      if (settings.plans().filter(plans -> !plans.contains(change.plan())).isPresent()) {
        return refused(
            FailureCode.SIM_PLAN_UNKNOWN,
            "plan %s is not in KAITSU_SIM_PLANS".formatted(change.plan()));
      }
      return change.on().filter(day -> day.isBefore(today)).flatMap(day -> past(day, today));
    }
    return Optional.empty();
  }

  private Optional<Answer.Refused> past(LocalDate day, LocalDate today) {
    return refused(
        FailureCode.SIM_DATE_PAST,
        "%s has passed: today is %s in %s".formatted(day, today, settings.zone()));
  }

  private static Optional<Answer.Refused> refused(FailureCode code, String reason) {
    return Optional.of(new Answer.Refused(code, reason));
  }
}
