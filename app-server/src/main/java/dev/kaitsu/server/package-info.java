/** The HTTP surface: health pages and metrics, and the API. Decides nothing itself. */
package dev.kaitsu.server;
