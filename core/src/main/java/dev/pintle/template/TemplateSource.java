package dev.pintle.template;

/**
 * One template file as an engine gets it.
 *
 * @param name the name templates know it by: the path of its chart in the release and its path in
 *     the chart, such as {@code app/charts/db/templates/_helpers.tpl}
 * @param text its whole text
 */
public record TemplateSource(String name, String text) {}
