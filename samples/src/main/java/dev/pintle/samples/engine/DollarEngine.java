package dev.pintle.samples.engine;

import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.diagnostic.PintleException;
import dev.pintle.diagnostic.Position;
import dev.pintle.template.Execution;
import dev.pintle.template.TemplateEngine;
import dev.pintle.template.TemplateSet;
import dev.pintle.template.TemplateSource;
import dev.pintle.values.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files named {@code *.dollar}: {@code ${Values.name}} prints a value, {@code ${Values.names;}}
 * each item of a list and a semicolon, {@code ${> part}} the file {@code _part.dollar}. A value
 * that is not there is an error. Immutable, safe for any number of threads.
 */
public final class DollarEngine implements TemplateEngine {

  private static final Pattern TAG = Pattern.compile("\\$\\{(?:(> *)?([\\w.]+)(;)?})?");

  @Override
  public String name() {
    return "dollar";
  }

  @Override
  public boolean handles(String templateName) {
    return templateName.endsWith(".dollar");
  }

  @Override
  public TemplateSet compile(List<TemplateSource> sources) {
    Map<String, TemplateSource> files = new HashMap<>();
    for (TemplateSource source : sources) {
      files.put(source.name(), source);
      files.put(source.name().replaceFirst("^.*/_(.*)\\.dollar$", "$1"), source);
      for (Matcher tag = TAG.matcher(source.text()); tag.find(); ) {
        if (tag.group(2) == null) {
          throw error(Diagnostic.Kind.TEMPLATE_SYNTAX, "this is no ${name}", source, tag);
        }
      }
    }
    return execution -> new Rendering(files, execution);
  }

  private record Rendering(Map<String, TemplateSource> files, Execution execution)
      implements TemplateSet.Run {

    @Override
    public String render(String name, Object context) {
      TemplateSource source = files.get(name);
      if (source == null) {
        throw new IllegalArgumentException("no template " + name);
      }
      StringBuilder out = new StringBuilder();
      execution.enter(); // one level deeper, which is limited
      Matcher tag = TAG.matcher(source.text());
      int end = 0;
      while (tag.find()) {
        write(out, source.text().substring(end, tag.start()));
        end = tag.end();
        if (tag.group(1) != null && files.containsKey(tag.group(2))) {
          out.append(render(tag.group(2), context));
        } else if (valueOf(tag, source, context) instanceof List<?> items && tag.group(3) != null) {
          items.forEach(item -> write(out, text(item) + ";"));
        } else {
          write(out, text(valueOf(tag, source, context)));
        }
      }
      write(out, source.text().substring(end));
      execution.leave();
      return out.toString();
    }

    private void write(StringBuilder out, String text) {
      execution.step(); // steps, time and output are limited, too
      execution.wrote(text.length());
      out.append(text);
    }

    private static Object valueOf(Matcher tag, TemplateSource source, Object context) {
      Object value = context;
      for (String key : tag.group(2).split("\\.")) {
        value = value instanceof Table table ? table.get(key) : null;
      }
      if (value == null) {
        String message = "there is no " + tag.group(2);
        throw error(Diagnostic.Kind.TEMPLATE_EXECUTION, message, source, tag);
      }
      return value;
    }

    private static String text(Object value) {
      // a number of a values file is a Double; one without a fraction is printed without it
      return value instanceof Double number && number == Math.rint(number)
          ? String.valueOf(number.longValue())
          : String.valueOf(value);
    }
  }

  private static PintleException error(
      Diagnostic.Kind kind, String message, TemplateSource source, Matcher tag) {
    String before = source.text().substring(0, tag.start());
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    Position position = new Position(source.name(), line, column);
    return new PintleException(
        position + ": " + message,
        Diagnostic.of(kind, message, position).withSourceFrom(source.text()));
  }
}
