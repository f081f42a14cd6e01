package dev.pintle.chart;

/** Who keeps a chart, from {@code Chart.yaml}; what is not given is empty. */
public record Maintainer(String name, String email, String url) {}
