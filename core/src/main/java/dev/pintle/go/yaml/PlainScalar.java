package dev.pintle.go.yaml;

/**
 * A scalar that {@link YamlWriter#writePretty} writes as it is, where a text of the same characters
 * would get quotes, such as a time. Immutable.
 *
 * @param text what is written, on one line
 */
public record PlainScalar(String text) {}
