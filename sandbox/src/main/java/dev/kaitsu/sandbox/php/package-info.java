/**
 * The two text formats of PHP that its applications expect from their callers: form fields with
 * brackets in their names, and the {@code serialize} format.
 */
package dev.kaitsu.sandbox.php;
