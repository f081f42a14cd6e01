package dev.pintle.render.gotemplate.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The templates that can be called by name: those of all files of a release and, while a text given
 * to {@code tpl} runs, those that it adds for itself. Complete before it is shared, not changed
 * afterwards.
 */
public final class Environment {

  private final Environment outer;
  private final Map<String, Template> byName;

  private Environment(Environment outer, Map<String, Template> byName) {
    this.outer = outer;
    this.byName = byName;
  }

  /** The templates of some files; of those with the same name the last one that is not blank. */
  public static Environment of(Iterable<Map<String, Template>> files) {
    Environment environment = new Environment(null, new HashMap<>());
    files.forEach(environment::add);
    return environment;
  }

  /** These templates and those of one more text, which come first. */
  Environment with(Map<String, Template> text) {
    for (Template template : text.values()) {
      if (template.isBlank()) {
        Environment inner = new Environment(this, new HashMap<>());
        inner.add(text);
        return inner;
      }
    }
    return new Environment(this, text);
  }

  private void add(Map<String, Template> templates) {
    templates.forEach(
        (name, template) -> {
          if (!template.isBlank() || find(name) == null) {
            byName.put(name, template);
          }
        });
  }

  /** The names of all templates, in order. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Environment e = this; e != null; e = e.outer) {
      names.addAll(e.byName.keySet());
    }
    return names;
  }

  /** The template of that name, or null. */
  public Template find(String name) {
    Template template = null;
    for (Environment e = this; e != null && template == null; e = e.outer) {
      template = e.byName.get(name);
    }
    return template;
  }
}
