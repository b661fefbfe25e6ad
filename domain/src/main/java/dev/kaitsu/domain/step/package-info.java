/** What fulfillment does, one class a step, named as the runbook names them. */
package dev.kaitsu.domain.step;
