/** From environment variables to checked settings; every fault is found before anything starts. */
package dev.kaitsu.wiring.config;
