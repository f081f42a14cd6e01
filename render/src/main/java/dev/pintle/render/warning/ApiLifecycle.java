package dev.pintle.render.warning;

import dev.pintle.release.KubeVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When versions of Kubernetes' API were deprecated and removed, as {@code api-lifecycle.txt} has
 * it. Immutable.
 */
public final class ApiLifecycle {

  private static final String FILE = "api-lifecycle.txt";
  private static final String NONE = "-";

  private final Map<String, Entry> entries;

  private ApiLifecycle(Map<String, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  /**
   * What is known of one kind in one API version.
   *
   * @param deprecated the minor version of Kubernetes 1 from which it is deprecated
   * @param removed the minor version from which it is gone; {@link Integer#MAX_VALUE} if none is
   * @param replacement API version and kind to use in its place, or null
   */
  public record Entry(int deprecated, int removed, String replacement) {

    /** True if that version of Kubernetes does not have it any more. */
    public boolean isRemovedIn(KubeVersion version) {
      return isAtLeast(version, removed);
    }

    /** True if it is deprecated or gone in that version of Kubernetes. */
    public boolean isDeprecatedIn(KubeVersion version) {
      return isAtLeast(version, deprecated);
    }

    /** Numbers of versions have up to 64 bits. */
    private static boolean isAtLeast(KubeVersion version, int minor) {
      int major = new BigInteger(version.major()).compareTo(BigInteger.ONE);
      return major > 0
          || major == 0
              && new BigInteger(version.minor()).compareTo(BigInteger.valueOf(minor)) >= 0;
    }
  }

  /** Five, of which the last may have blanks in it. */
  private static List<String> columns(String line) {
    List<String> columns = new ArrayList<>();
    String rest = line;
    while (columns.size() < 4) {
      int end = rest.indexOf(' ');
      columns.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    columns.add(rest);
    return columns;
  }

  /** Reads the list that comes with this class. */
  public static ApiLifecycle read() {
    Map<String, Entry> entries = new HashMap<>();
    try (InputStream in = ApiLifecycle.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          List<String> columns = columns(line);
          entries.put(
              columns.get(0) + " " + columns.get(1),
              new Entry(
                  minor(columns.get(2)),
                  columns.get(3).equals(NONE) ? Integer.MAX_VALUE : minor(columns.get(3)),
                  columns.get(4).equals(NONE) ? null : columns.get(4)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ApiLifecycle(entries);
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring("1.".length()));
  }

  /** What is known of a kind, or null if nothing is. */
  public Entry find(String apiVersion, String kind) {
    return entries.get(apiVersion + " " + kind);
  }
}
