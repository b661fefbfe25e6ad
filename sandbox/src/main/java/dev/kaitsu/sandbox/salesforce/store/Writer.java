package dev.kaitsu.sandbox.salesforce.store;

/**
 * Who makes a change.
 *
 * @param userId 18-character id of the user
 * @param origin the changeOrigin that change events carry; empty for changes not made by API
 */
public record Writer(String userId, String origin) {}
