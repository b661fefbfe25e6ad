/**
 * Real PostgreSQL and Redis servers, started from the binaries that Maven artifacts carry, for the
 * sandbox and for every test. They listen on 127.0.0.1 only and end with the JVM that started them,
 * however it ends. {@link dev.kaitsu.sandbox.store.SharedPostgres} and {@link
 * dev.kaitsu.sandbox.store.SharedRedis} are what most tests want.
 */
package dev.kaitsu.sandbox.store;
