package dev.pintle.render.function.path;

import static dev.pintle.render.function.Function.of;
import static dev.pintle.render.function.Param.STRING;

import dev.pintle.render.function.Function;
import java.util.List;

/**
 * Sprig's functions on slash-separated paths. Those on the paths of the operating system are the
 * same, so that a chart renders alike everywhere.
 */
public final class PathFunctions {

  private PathFunctions() {}

  /** The functions. */
  public static List<Function> all() {
    return List.of(
        of("base", STRING, PathFunctions::base).alsoCalled("osBase"),
        of("dir", STRING, path -> clean(path.substring(0, path.lastIndexOf('/') + 1)))
            .alsoCalled("osDir"),
        of("clean", STRING, PathFunctions::clean).alsoCalled("osClean"),
        of("ext", STRING, PathFunctions::extension).alsoCalled("osExt"),
        of("isAbs", STRING, path -> path.startsWith("/")).alsoCalled("osIsAbs"));
  }

  /** The last element; a dot of an empty path, a slash of one that is all slashes. */
  private static String base(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    if (end == 0) {
      return path.isEmpty() ? "." : "/";
    }
    return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
  }

  /** From the last dot of the last element on; empty if there is none. */
  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }

  /** The shortest path of the same meaning, without looking at any file. */
  private static String clean(String path) {
    boolean rooted = path.startsWith("/");
    StringBuilder out = new StringBuilder(path.length()).append(rooted ? "/" : "");
    int root = out.length();
    int climbed = root; // what stands before it are ".." that nothing can undo
    for (int from = root; from < path.length(); ) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      String element = path.substring(from, end);
      from = end + 1;
      if (element.isEmpty() || element.equals(".")) {
        continue;
      }
      if (!element.equals("..")) {
        separate(out, root).append(element);
      } else if (out.length() > climbed) {
        out.setLength(Math.max(out.lastIndexOf("/"), climbed));
      } else if (!rooted) {
        separate(out, root).append(element);
        climbed = out.length();
      }
    }
    return out.isEmpty() ? "." : out.toString();
  }

  private static StringBuilder separate(StringBuilder out, int root) {
    return out.length() > root ? out.append('/') : out;
  }
}
