/** When the systems around us are checked, and what the findings mean. */
package dev.kaitsu.domain.health;
