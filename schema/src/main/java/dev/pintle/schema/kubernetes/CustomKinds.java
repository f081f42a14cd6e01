package dev.pintle.schema.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pintle.chart.ChartFile;
import dev.pintle.limit.Budget;
import dev.pintle.release.Release;
import dev.pintle.release.Resource;
import dev.pintle.schema.compile.CompiledSchema;
import dev.pintle.schema.compile.SchemaDefinitions;
import dev.pintle.schema.keyword.Dialects;
import dev.pintle.schema.keyword.SchemaParts;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The custom resources that are known: those that the caller's files define, and those that a
 * release brings along. What was compiled of a chart's file is kept for as long as the chart is in
 * use. Thread-safe.
 */
final class CustomKinds {

  private final BuiltInKinds builtIn;
  private final boolean strict;
  private final Dialects dialects;
  private final List<CrdFile> given;

  /** By the bytes of a chart's file; arrays are equal only to themselves. */
  private final Map<byte[], CrdFile> ofCharts = new WeakHashMap<>();

  CustomKinds(BuiltInKinds builtIn, boolean strict, Dialects dialects, List<ChartFile> files) {
    this.builtIn = builtIn;
    this.strict = strict;
    this.dialects = dialects;
    this.given = files.stream().map(file -> new CrdFile(file.name(), file.text())).toList();
  }

  /** The files to look into for a release: its chart's, its own objects, the caller's. */
  List<CrdFile> filesFor(Release release) {
    List<CrdFile> files = new ArrayList<>();
    release.crds().forEach(file -> files.add(ofChart(file)));
    for (Resource resource : release.resources()) {
      if (resource.kind().equals(CrdFile.KIND)) {
        files.add(new CrdFile(resource.source(), resource.text()));
      }
    }
    files.addAll(given);
    return files;
  }

  private CrdFile ofChart(ChartFile file) {
    synchronized (ofCharts) {
      // the text is held by the value, not the bytes, so that an entry goes when its chart does
      return ofCharts.computeIfAbsent(file.data(), data -> new CrdFile(file.name(), file.text()));
    }
  }

  /** The schema of a kind, or null if no file defines it. */
  CompiledSchema schema(ObjectType type, List<CrdFile> files, Budget budget) {
    for (CrdFile file : files) {
      CompiledSchema schema = file.schema(type, openApi -> compile(openApi, budget), budget);
      if (schema != null) {
        return schema;
      }
    }
    return null;
  }

  private CompiledSchema compile(Table openApi, Budget budget) {
    ObjectNode document = StructuralSchema.convert(openApi, strict, budget);
    document.set("definitions", builtIn.metadataDefinitions());
    SchemaParts parts = new SchemaParts(budget.limits());
    return new SchemaDefinitions(document, dialects, parts, budget).at("", budget);
  }
}
