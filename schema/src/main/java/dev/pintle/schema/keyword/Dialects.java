package dev.pintle.schema.keyword;

import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.SchemaLoader;
import dev.pintle.schema.source.Draft;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The dialects of JSON Schema that Helm reads, one per draft. Identifiers, anchors and {@code
 * $schema} are no keywords of them: when a schema gets to the validator, all that is resolved.
 *
 * <p>Thread-safe; one is enough for all schemas.
 */
public final class Dialects {

  /** No key of a schema, so that the validator finds no identifiers. */
  private static final String NO_ID = "\u0000id";

  /** Those that ask something of the value itself, in time that can be told beforehand. */
  private static final List<KeywordType> OF_THE_VALIDATOR =
      List.of(
          KeywordType.TRUE,
          KeywordType.FALSE,
          KeywordType.TYPE,
          KeywordType.MIN_PROPERTIES,
          KeywordType.MAX_PROPERTIES,
          KeywordType.MIN_ITEMS,
          KeywordType.MAX_ITEMS,
          KeywordType.MIN_LENGTH,
          KeywordType.MAX_LENGTH,
          KeywordType.MINIMUM,
          KeywordType.MAXIMUM,
          KeywordType.EXCLUSIVE_MINIMUM,
          KeywordType.EXCLUSIVE_MAXIMUM);

  private final SchemaRegistryConfig config =
      SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).preloadSchema(false).build();

  private final SchemaRegistry registry =
      SchemaRegistry.withDialect(
          dialect(Draft.DEFAULT, false),
          builder ->
              builder
                  .schemaRegistryConfig(config)
                  .schemaLoader(SchemaLoader.builder().allow(url -> false).build()));

  /** Made when first asked for: few charts use more than one draft. */
  private final Map<Draft, Dialect> dialects = new EnumMap<>(Draft.class);

  private final Map<Draft, Dialect> withFormats = new EnumMap<>(Draft.class);

  /**
   * What the schemas of a draft are built in that are part of one compiled schema.
   *
   * @param formats whether {@code format} is checked even where the draft takes it for a remark
   */
  public synchronized SchemaContext context(Draft draft, boolean formats, SchemaParts parts) {
    boolean checked = formats || draft.version() < 2019;
    Dialect dialect =
        (checked ? withFormats : dialects).computeIfAbsent(draft, d -> dialect(d, checked));
    return new PartsContext(dialect, registry, parts);
  }

  static boolean hasPrefixItems(SchemaContext context) {
    return context.getDialect().getKeywords().containsKey("prefixItems");
  }

  static boolean boundsContains(SchemaContext context) {
    return context.getDialect().getKeywords().containsKey("dependentRequired"); // as old as they
  }

  private static Dialect dialect(Draft draft, boolean formats) {
    List<Keyword> keywords = new ArrayList<>();
    OF_THE_VALIDATOR.forEach(type -> keywords.add(new CountedKeyword(type)));
    keywords.add(new OwnKeyword("$ref", ReferenceValidator::new));
    for (String composed : List.of("allOf", "anyOf", "oneOf", "not")) {
      keywords.add(new OwnKeyword(composed, ComposedValidator::new));
    }
    keywords.add(new OwnKeyword("properties", PropertiesValidator::new));
    keywords.add(new OwnKeyword("patternProperties", PatternPropertiesValidator::new));
    keywords.add(new OwnKeyword("required", RequiredValidator::new));
    keywords.add(new OwnKeyword("dependencies", DependenciesValidator::new));
    keywords.add(new OwnKeyword("pattern", PatternValidator::new));
    keywords.add(new OwnKeyword("items", ItemsValidator::new));
    keywords.add(new OwnKeyword("additionalProperties", AdditionalPropertiesValidator::new));
    keywords.add(new OwnKeyword("enum", ValueValidator::new));
    keywords.add(new OwnKeyword("uniqueItems", ValueValidator::new));
    keywords.add(new OwnKeyword("multipleOf", ValueValidator::new));
    if (draft.version() >= 6) {
      keywords.add(new OwnKeyword("const", ValueValidator::new));
      keywords.add(new OwnKeyword("contains", ContainsValidator::new));
      keywords.add(new OwnKeyword("propertyNames", PropertyNamesValidator::new));
    }
    if (draft.version() >= 7) {
      keywords.add(new OwnKeyword("if", IfValidator::new));
    }
    if (draft.version() >= 2019) {
      keywords.add(new OwnKeyword("dependentRequired", DependenciesValidator::new));
      keywords.add(new OwnKeyword("dependentSchemas", DependenciesValidator::new));
      keywords.add(new OwnKeyword("$recursiveRef", ReferenceValidator::new));
      keywords.add(new OwnKeyword("unevaluatedProperties", UnevaluatedValidator::new));
      keywords.add(new OwnKeyword("unevaluatedItems", UnevaluatedValidator::new));
    }
    if (draft.version() >= 2020) {
      keywords.add(new OwnKeyword("prefixItems", ItemsValidator::new));
      keywords.add(new OwnKeyword("$dynamicRef", ReferenceValidator::new));
    }
    if (formats) {
      keywords.add(KeywordType.FORMAT);
    }
    return Dialect.builder("pintle:" + draft.name() + (formats ? ":formats" : ""))
        // in older drafts the validator takes out itself what is beside a reference
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .idKeyword(NO_ID)
        .keywords(keywords)
        .formatKeywordFactory(FormatValidator.OfDialect::new)
        .unknownKeywordFactory((keyword, context) -> null)
        .build();
  }
}
