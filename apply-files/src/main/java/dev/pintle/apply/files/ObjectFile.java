package dev.pintle.apply.files;

import dev.pintle.apply.ApplyException;
import dev.pintle.apply.ApplyException.Reason;
import dev.pintle.apply.ObjectRef;
import dev.pintle.chart.ChartFile;
import dev.pintle.go.strings.TextParts;
import dev.pintle.go.yaml.YamlWriteException;
import dev.pintle.go.yaml.YamlWriter;
import dev.pintle.release.Hook;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import dev.pintle.release.manifest.ManifestDocuments;
import dev.pintle.release.manifest.ManifestHeadReader;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The file of one object. Its name depends on the object alone, so that it stays the same whatever
 * else a release has.
 *
 * @param name such as {@code deployment.apps.web.yaml}, in its namespace's directory if the object
 *     names one
 * @param source the template that made it
 * @param text the document as it was rendered
 */
record ObjectFile(String name, ObjectRef object, String source, String text) {

  /**
   * The files of a release by name, in install order.
   *
   * @throws ApplyException if two of its objects are one
   */
  static Map<String, ObjectFile> of(Release release, boolean crds, boolean hooks) {
    Map<String, ObjectFile> files = new LinkedHashMap<>();
    if (crds) {
      for (ChartFile file : release.crds()) {
        for (ManifestDocuments.Document document : ManifestDocuments.split(file.text())) {
          String text = document.text();
          add(
              new Resource(
                  file.name(), text, ManifestHeadReader.read(text), Resource.Trace.UNKNOWN),
              files);
        }
      }
    }
    release.resources().forEach(resource -> add(resource, files));
    if (hooks) {
      release.hooks().stream().map(Hook::resource).forEach(resource -> add(resource, files));
    }
    return files;
  }

  private static void add(Resource resource, Map<String, ObjectFile> files) {
    Table tree = resource.tree();
    if (text(tree, "kind").endsWith("List") && tree.get("items") instanceof Sequence items) {
      for (Object item : items) {
        if (item instanceof Table object) {
          add(object, resource.source(), yaml(object), files);
        }
      }
    } else if (!tree.isEmpty()) {
      add(tree, resource.source(), resource.text(), files);
    }
  }

  private static void add(Table tree, String source, String text, Map<String, ObjectFile> files) {
    Table metadata = tree.get("metadata") instanceof Table table ? table : new Table();
    ObjectRef object =
        new ObjectRef(
            text(tree, "apiVersion"),
            text(tree, "kind"),
            text(metadata, "namespace"),
            text(metadata, "name"));
    if (object.name().isEmpty()) {
      throw new ApplyException(
          Reason.REFUSED, source + ": a " + object.kind() + " without a name has no file");
    }
    ObjectFile file = new ObjectFile(name(object), object, source, text.stripTrailing() + "\n");
    ObjectFile same = files.put(file.name(), file);
    if (same != null) {
      throw new ApplyException(
          Reason.REFUSED,
          source + " and " + same.source() + " both have the " + object + " of " + file.name());
    }
  }

  private static String name(ObjectRef object) {
    String group = object.group().isEmpty() ? "" : object.group() + ".";
    String directory = object.namespace().isEmpty() ? "" : safe(object.namespace()) + "/";
    return directory
        + safe(object.kind().toLowerCase(Locale.ROOT) + "." + group + object.name())
        + ".yaml";
  }

  /** With everything escaped that means something to a file system. */
  private static String safe(String text) {
    if (!text.isEmpty() && TextParts.all(text, c -> c == '.')) {
      return text.replace(".", "%2e");
    }
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean plain =
                  c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
              if (plain) {
                safe.appendCodePoint(c);
              } else {
                safe.append('%').append(Integer.toHexString(c));
              }
            });
    return safe.toString();
  }

  private static String yaml(Table object) {
    try {
      return YamlWriter.write(object);
    } catch (YamlWriteException e) {
      throw new ApplyException(Reason.REFUSED, e.getMessage());
    }
  }

  private static String text(Table table, String key) {
    return table.get(key) instanceof String text ? text : "";
  }
}
