/**
 * Redis: fast, shared and expendable. Serves wake-ups between nodes, shared access tokens, the
 * mirror of the replay cursors and the announcement of changed orders. No call fails or waits
 * because Redis is away; flushing it loses nothing but speed.
 */
package dev.kaitsu.adapter.redis;
