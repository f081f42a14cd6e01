package dev.pintle.release;

/**
 * The Kubernetes version that a release is rendered for.
 *
 * @param version the full version with its {@code v}, such as {@code v1.33.4-gke.1245000}
 * @param normalized without what follows the patch number, for constraints
 * @param major the first number
 * @param minor the second number
 */
public record KubeVersion(String version, String normalized, String major, String minor) {}
