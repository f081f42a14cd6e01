/** The values of {@code format} that are checked, with Helm's words for what is wrong. */
package dev.pintle.schema.format;
