package dev.kaitsu.model;

/**
 * One of the limits that an outside system sets us.
 *
 * @param name as that system calls it
 * @param most how much is allowed; 0 where the system grants none
 * @param remaining how much of it is left
 */
public record ApiLimit(String name, long most, long remaining) {}
