package dev.pintle.go.time;

import dev.pintle.file.RealFile;
import dev.pintle.limit.Limit;
import dev.pintle.limit.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds zones by name, as Go's {@code LoadLocation}: in the system's tz database where Go looks for
 * it, and where there is none in the JDK's. Keeps what it found; safe for any number of threads.
 */
public final class Zones {

  private static final List<Path> SYSTEM_DATABASES =
      List.of(
          Path.of("/usr/share/zoneinfo"),
          Path.of("/usr/share/lib/zoneinfo"),
          Path.of("/usr/lib/locale/TZ"),
          Path.of("/etc/zoneinfo"));

  private final ConcurrentHashMap<String, Zone> found = new ConcurrentHashMap<>();
  private final List<Path> databases;

  /** Looks where Go looks on this system. */
  public Zones() {
    this(SYSTEM_DATABASES);
  }

  Zones(List<Path> databases) {
    this.databases = databases;
  }

  /**
   * The zone of that name, UTC for the empty name; null if there is none, or if the name could lead
   * out of the database.
   *
   * @param local what {@code Local} is
   */
  public Zone find(String name, ZoneId local) {
    if (name.isEmpty() || name.equals("UTC")) {
      return Zone.UTC;
    } else if (name.equals("Local")) {
      return local(local);
    } else if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
      return null;
    }
    Zone known = found.get(name);
    if (known == null) {
      known = load(name);
      if (known != null) {
        found.put(name, known);
      }
    }
    return known;
  }

  /** Go's {@code time.Local} for a zone of Java. */
  public Zone local(ZoneId zone) {
    return found.computeIfAbsent("Local " + zone.getId(), key -> loadLocal(zone));
  }

  private Zone loadLocal(ZoneId zone) {
    if (zone.normalized() instanceof ZoneOffset fixed) {
      String name = fixed.equals(ZoneOffset.UTC) ? "UTC" : "";
      return Zone.fixed(name, fixed.getTotalSeconds()).named("Local");
    }
    Zone loaded = load(zone.getId());
    return (loaded == null ? new JdkZone(zone) : loaded).named("Local");
  }

  private Zone load(String name) {
    boolean haveDatabase = false;
    for (Path database : databases) {
      if (!Files.isDirectory(database)) {
        continue;
      }
      haveDatabase = true;
      try {
        Path file = database.resolve(name);
        if (Files.isRegularFile(file)) {
          Zone zone = ZoneFile.read(name, RealFile.read(file, Limits.defaults(), Limit.FILE_BYTES));
          if (zone != null) {
            return zone;
          }
        }
      } catch (InvalidPathException | IOException e) {
        continue; // As for Go, a file that cannot be read is one that is not there.
      }
    }
    return haveDatabase ? null : JdkZone.find(name);
  }
}
