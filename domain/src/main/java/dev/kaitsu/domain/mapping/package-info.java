/** From order lines to billing lines: pure rules, and a reason that names item and field. */
package dev.kaitsu.domain.mapping;
