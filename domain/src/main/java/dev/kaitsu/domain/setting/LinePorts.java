package dev.kaitsu.domain.setting;

import dev.kaitsu.port.out.BillingClients;
import dev.kaitsu.port.out.Invoices;
import dev.kaitsu.port.out.LineOperations;
import dev.kaitsu.port.out.OperationListener;
import dev.kaitsu.port.out.SimLines;

/** What managing lines needs from the outside. */
public record LinePorts(
    LineOperations operations,
    SimLines lines,
    Invoices invoices,
    BillingClients clients,
    OperationListener listener) {}
