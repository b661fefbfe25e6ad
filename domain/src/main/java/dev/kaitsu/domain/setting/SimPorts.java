package dev.kaitsu.domain.setting;

import dev.kaitsu.port.out.SimCards;
import dev.kaitsu.port.out.SimOrders;

/** What an installation provides that activates SIMs. */
public record SimPorts(SimCards cards, SimOrders orders) {}
