package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.setting.LinePorts;
import dev.kaitsu.domain.setting.LineSettings;
import dev.kaitsu.model.operation.OperationCall;

/** How each call is made. */
final class Acts {
  private final Act invoice;
  private final Act capture;
  private final Act quota;
  private final Act plan;
  private final Act network;

  Acts(LinePorts ports, LineSettings settings) {
    this.invoice = new MakeInvoice(ports.invoices(), ports.lines(), settings);
    this.capture = new CapturePayment(ports.invoices(), settings);
    this.quota = new AddQuota(ports.lines(), settings.lookWindow());
    this.plan = new ChangePlan(ports.lines(), settings);
    this.network = new ChangeNetwork(ports.lines(), settings);
  }

  Act of(OperationCall call) {
    return switch (call) {
      case INVOICE -> invoice;
      case CAPTURE -> capture;
      case QUOTA -> quota;
      case PLAN -> plan;
      case NETWORK -> network;
    };
  }
}
