/**
 * Call and message records: which months are due, and how a month's file becomes the month, whole
 * or not at all.
 */
package dev.kaitsu.domain.records;
