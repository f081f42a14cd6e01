package dev.pintle.testing;

import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares a release with what was written down of it. Stateless. */
final class Snapshot {

  /** The system property that says that snapshots are to be written. */
  static final String FLAG = "pintle.snapshots";

  private static final String UPDATE = "update";
  private static final int SHOWN_LINES = 10;

  private Snapshot() {}

  /** What is different, in words; null if nothing is. Writes the file if that was asked for. */
  static String difference(Release release, Path file) {
    String flag = System.getProperty(FLAG, "");
    if (!flag.isEmpty() && !flag.equals(UPDATE)) {
      throw new IllegalArgumentException(
          "-D" + FLAG + " is " + UPDATE + " or nothing, not " + flag);
    }
    try {
      if (flag.equals(UPDATE)) {
        write(file, release.manifest());
        return null;
      }
      if (!Files.exists(file)) {
        return "there is no snapshot " + file + "; -D" + FLAG + "=" + UPDATE + " writes it";
      }
      return difference(release, file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String manifest) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(manifest)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, manifest);
    }
  }

  private static String difference(Release release, Path file, String expected) {
    String manifest = release.manifest();
    if (manifest.equals(expected)) {
      return null;
    }
    List<String> before = expected.lines().toList();
    List<String> now = manifest.lines().toList();
    int same = 0;
    while (same < Math.min(before.size(), now.size()) && before.get(same).equals(now.get(same))) {
      same++;
    }
    int sameEnd = 0;
    while (sameEnd < Math.min(before.size(), now.size()) - same
        && before.get(before.size() - 1 - sameEnd).equals(now.get(now.size() - 1 - sameEnd))) {
      sameEnd++;
    }
    StringBuilder text = new StringBuilder();
    text.append("the manifest differs from the snapshot ").append(file);
    text.append(" from line ").append(same + 1).append(" on:");
    lines(text, "\n  - ", before.subList(same, before.size() - sameEnd));
    lines(text, "\n  + ", now.subList(same, now.size() - sameEnd));
    text.append(whereabouts(release, manifest, same));
    text.append("\n-D").append(FLAG).append('=').append(UPDATE).append(" takes it as it is now");
    return text.toString();
  }

  private static void lines(StringBuilder text, String sign, List<String> lines) {
    lines.stream().limit(SHOWN_LINES).forEach(line -> text.append(sign).append(line));
    if (lines.size() > SHOWN_LINES) {
      text.append(sign).append("... ").append(lines.size() - SHOWN_LINES).append(" lines more");
    }
  }

  /** Which template wrote a line of the manifest, from 0; nothing for what is between documents. */
  private static String whereabouts(Release release, String manifest, int line) {
    int at = 0;
    for (Resource resource : release.shownResources()) {
      String text = resource.text().stripTrailing();
      int start = manifest.indexOf(text, at);
      if (start < 0) {
        return "";
      }
      int first = (int) manifest.substring(0, start).chars().filter(c -> c == '\n').count();
      if (line < first) {
        return "";
      } else if (line < first + text.lines().count()) {
        return Whereabouts.ofLine(resource, line - first + 1);
      }
      at = start + text.length();
    }
    return "";
  }
}
