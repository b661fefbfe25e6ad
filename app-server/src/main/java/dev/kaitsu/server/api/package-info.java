/**
 * The API: groups of routes under {@code /api/}, all behind one token. A group reads parameters
 * into our words, asks a {@code port.in} and renders the answer.
 */
package dev.kaitsu.server.api;
