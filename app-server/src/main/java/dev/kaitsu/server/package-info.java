/** The HTTP surface: health pages and metrics. Only reads, and decides nothing. */
package dev.kaitsu.server;
