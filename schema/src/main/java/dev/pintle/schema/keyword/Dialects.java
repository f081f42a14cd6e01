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
 * <p>Holds no state but what the validator caches for itself; one is enough for all schemas.
 */
public final class Dialects {

  /** No key of a schema, so that the validator finds no identifiers. */
  private static final String NO_ID = "\u0000id";

  private static final List<KeywordType> OF_THE_VALIDATOR =
      List.of(
          KeywordType.TRUE,
          KeywordType.FALSE,
          KeywordType.TYPE,
          KeywordType.ALL_OF,
          KeywordType.ANY_OF,
          KeywordType.ONE_OF,
          KeywordType.PROPERTIES,
          KeywordType.PATTERN_PROPERTIES,
          KeywordType.DEPENDENCIES,
          KeywordType.REQUIRED,
          KeywordType.MIN_PROPERTIES,
          KeywordType.MAX_PROPERTIES,
          KeywordType.MIN_ITEMS,
          KeywordType.MAX_ITEMS,
          KeywordType.MIN_LENGTH,
          KeywordType.MAX_LENGTH,
          KeywordType.PATTERN,
          KeywordType.MINIMUM,
          KeywordType.MAXIMUM,
          KeywordType.EXCLUSIVE_MINIMUM,
          KeywordType.EXCLUSIVE_MAXIMUM);

  private final Map<Draft, SchemaContext> contexts = new EnumMap<>(Draft.class);
  private final Map<Draft, SchemaContext> withFormats = new EnumMap<>(Draft.class);

  /** The dialects. */
  public Dialects() {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .regularExpressionFactory(new GoRegularExpressions())
            .preloadSchema(false)
            .build();
    for (Draft draft : Draft.values()) {
      boolean remark = draft.version() >= 2019;
      contexts.put(draft, context(dialect(draft, !remark), config));
      withFormats.put(draft, remark ? context(dialect(draft, true), config) : contexts.get(draft));
    }
  }

  /**
   * What a schema of a draft is built in.
   *
   * @param formats whether {@code format} is checked even where the draft takes it for a remark
   */
  public SchemaContext context(Draft draft, boolean formats) {
    return (formats ? withFormats : contexts).get(draft);
  }

  static boolean hasPrefixItems(SchemaContext context) {
    return version(context) == SpecificationVersion.DRAFT_2020_12;
  }

  static boolean boundsContains(SchemaContext context) {
    return version(context).getOrder() >= SpecificationVersion.DRAFT_2019_09.getOrder();
  }

  private static SpecificationVersion version(SchemaContext context) {
    return context.getDialect().getSpecificationVersion();
  }

  private static SchemaContext context(Dialect dialect, SchemaRegistryConfig config) {
    SchemaLoader nothing = SchemaLoader.builder().allow(url -> false).build();
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            dialect, builder -> builder.schemaRegistryConfig(config).schemaLoader(nothing));
    return new SchemaContext(dialect, registry);
  }

  private static Dialect dialect(Draft draft, boolean formats) {
    List<Keyword> keywords = new ArrayList<>(OF_THE_VALIDATOR);
    keywords.add(new OwnKeyword("$ref", ReferenceValidator::new));
    keywords.add(new OwnKeyword("not", NotValidator::new));
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
      keywords.add(KeywordType.IF_THEN_ELSE);
    }
    if (draft.version() >= 2019) {
      keywords.add(KeywordType.DEPENDENT_REQUIRED);
      keywords.add(KeywordType.DEPENDENT_SCHEMAS);
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
        .specificationVersion(specification(draft))
        .idKeyword(NO_ID)
        .keywords(keywords)
        .formatKeywordFactory(FormatValidator.OfDialect::new)
        .unknownKeywordFactory((keyword, context) -> null)
        .build();
  }

  private static SpecificationVersion specification(Draft draft) {
    return switch (draft) {
      case DRAFT_4 -> SpecificationVersion.DRAFT_4;
      case DRAFT_6 -> SpecificationVersion.DRAFT_6;
      case DRAFT_7 -> SpecificationVersion.DRAFT_7;
      case DRAFT_2019 -> SpecificationVersion.DRAFT_2019_09;
      case DRAFT_2020 -> SpecificationVersion.DRAFT_2020_12;
    };
  }
}
