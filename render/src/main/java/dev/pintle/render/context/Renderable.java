package dev.pintle.render.context;

import dev.pintle.template.TemplateSource;
import dev.pintle.values.GoType;
import dev.pintle.values.Table;

/**
 * A template file of an enabled chart together with what it will see.
 *
 * @param source its name in the release and its text
 * @param basePath the name of its chart's templates directory in the release
 * @param context the dot of its chart: one table for all templates of the chart, so that what one
 *     sets in it is seen by those that run later, as in Helm
 */
public record Renderable(TemplateSource source, String basePath, Table context) {

  /** True if it only lends definitions to others. */
  public boolean isPartial() {
    return isPartial(source.name());
  }

  /** True if a file of that name only lends definitions to others. */
  static boolean isPartial(String name) {
    return name.startsWith("_", name.lastIndexOf('/') + 1);
  }

  /** The context, with {@code .Template} naming this file from now on. */
  public Table enterContext() {
    Table template = Table.ofType(GoType.VALUES);
    template.put("Name", source.name());
    template.put("BasePath", basePath);
    context.put("Template", template);
    return context;
  }
}
