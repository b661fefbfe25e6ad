/**
 * What an installation provides and chooses: the ports, how patient fulfillment is, and which
 * clocks it reads.
 */
package dev.kaitsu.domain.setting;
