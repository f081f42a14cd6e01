package dev.pintle.render.function;

import static dev.pintle.render.function.Arguments.text;
import static dev.pintle.values.GoType.STRING;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sprig's functions on slash-separated paths. Those on the paths of the operating system are the
 * same, so that a chart renders alike everywhere.
 */
public final class PathFunctions {

  private PathFunctions() {}

  /** Adds them. */
  public static void register(Functions.Builder f) {
    add(f, "base", "osBase", PathFunctions::base);
    add(f, "dir", "osDir", path -> clean(path.substring(0, path.lastIndexOf('/') + 1)));
    add(f, "clean", "osClean", PathFunctions::clean);
    add(f, "ext", "osExt", PathFunctions::extension);
    f.add("isAbs", List.of(STRING), (x, a) -> text(a, 0).startsWith("/"));
    f.alias("osIsAbs", "isAbs");
  }

  private static void add(
      Functions.Builder f, String name, String osName, UnaryOperator<String> operation) {
    f.add(name, List.of(STRING), (execution, arguments) -> operation.apply(text(arguments, 0)));
    f.alias(osName, name);
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
  static String clean(String path) {
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
