/**
 * Measures Kaitsu from outside, as its users run it: the server in one process, the sandbox in
 * another, PostgreSQL with fsync on. {@code benchmarks/run} runs everything and writes {@code
 * docs/benchmarks.md}.
 */
package dev.kaitsu.benchmark;
