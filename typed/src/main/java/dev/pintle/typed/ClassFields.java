package dev.pintle.typed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.deser.AbstractDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.model.jackson.JsonUnwrappedDeserializer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which fields classes know, as Jackson's annotations have it. Safe for use by several threads.
 *
 * <p>Jackson itself cannot be asked while it binds: fabric8's classes take every field that they do
 * not know as an "additional property", or, where one of several fields may be given (Istio's
 * {@code oneof}), drop it.
 */
final class ClassFields {

  /** What values of a type may hold. */
  sealed interface Shape {

    /** Anything, or nothing that has fields. */
    record Open() implements Shape {}

    /** A list of values of one type. */
    record Items(JavaType type) implements Shape {}

    /** A map of any keys to values of one type. */
    record Entries(JavaType type) implements Shape {}

    /**
     * An object with these fields.
     *
     * @param types the type of each field, by its name
     * @param takesMore whether fields of other names are what the class is made for
     */
    record Fields(Map<String, JavaType> types, boolean takesMore) implements Shape {}
  }

  private static final Shape OPEN = new Shape.Open();

  private final ObjectMapper mapper;
  private final DeserializationConfig config;
  private final AnnotationIntrospector annotations;
  private final JavaType anything;
  private final Map<JavaType, Shape> shapes = new ConcurrentHashMap<>();

  ClassFields(ObjectMapper mapper) {
    this.mapper = mapper;
    this.config = mapper.getDeserializationConfig();
    this.annotations = config.getAnnotationIntrospector();
    this.anything = mapper.constructType(Object.class);
  }

  /** What values of a type may hold. */
  Shape of(JavaType type) {
    Shape known = shapes.get(type);
    if (known == null) {
      known = find(type);
      shapes.put(type, known);
    }
    return known;
  }

  private Shape find(JavaType type) {
    if (type.isMapLikeType()) {
      return new Shape.Entries(type.getContentType());
    } else if (type.isContainerType()) {
      return new Shape.Items(type.getContentType());
    }
    JsonDeserializer<?> deserializer = deserializerOf(type);
    Map<String, JavaType> fields = new TreeMap<>();
    if (deserializer instanceof AbstractDeserializer) {
      addFieldsOfSubtypes(type, fields, NameTransformer.NOP);
    } else if (deserializer instanceof JsonUnwrappedDeserializer
        || deserializer instanceof BeanDeserializerBase bean && readsFields(bean)) {
      addFields(type, fields, NameTransformer.NOP);
    } else {
      return OPEN;
    }
    return new Shape.Fields(fields, type.hasRawClass(GenericKubernetesResource.class));
  }

  private JsonDeserializer<?> deserializerOf(JavaType type) {
    DeserializationContext context =
        ((DefaultDeserializationContext) mapper.getDeserializationContext())
            .createDummyInstance(config);
    try {
      return context.findContextualValueDeserializer(type, null);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "Jackson cannot bind " + type.getRawClass().getName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** A class that is made of one value of any kind, such as {@code IntOrString}, has no fields. */
  private static boolean readsFields(BeanDeserializerBase bean) {
    return !bean.getValueInstantiator().canCreateUsingDelegate();
  }

  private void addFields(JavaType type, Map<String, JavaType> fields, NameTransformer names) {
    BeanDescription description = config.introspect(type);
    for (BeanPropertyDefinition property : description.findProperties()) {
      AnnotatedMember member = property.getPrimaryMember();
      NameTransformer unwrapping =
          member == null ? null : annotations.findUnwrappingNameTransformer(member);
      if (unwrapping != null) {
        addFieldsOfSubtypes(
            property.getPrimaryType(),
            fields,
            NameTransformer.chainedTransformer(names, unwrapping));
      } else if (property.couldDeserialize()) {
        fields.put(names.transform(property.getName()), typeOf(property, member));
        for (PropertyName alias : property.findAliases()) {
          fields.put(names.transform(alias.getSimpleName()), typeOf(property, member));
        }
      }
    }
    for (String ignored : ignoredOnPurpose(type, description)) {
      fields.putIfAbsent(names.transform(ignored), anything);
    }
  }

  /**
   * What the class itself says it ignores; single members that Jackson is to ignore do not count.
   */
  private Set<String> ignoredOnPurpose(JavaType type, BeanDescription description) {
    JsonIgnoreProperties.Value ignorals =
        config.getDefaultPropertyIgnorals(type.getRawClass(), description.getClassInfo());
    return ignorals == null ? Set.of() : ignorals.findIgnoredForDeserialization();
  }

  /** Of a type that stands for one of several, all their fields. */
  private void addFieldsOfSubtypes(
      JavaType type, Map<String, JavaType> fields, NameTransformer names) {
    for (NamedType subtype :
        config
            .getSubtypeResolver()
            .collectAndResolveSubtypesByClass(config, config.introspect(type).getClassInfo())) {
      addFields(config.constructType(subtype.getType()), fields, names);
    }
  }

  private JavaType typeOf(BeanPropertyDefinition property, AnnotatedMember member) {
    JavaType type = property.getPrimaryType();
    if (member == null) {
      return type;
    } else if (annotations.findDeserializer(member) != null
        || annotations.findContentDeserializer(member) != null) {
      return anything;
    }
    try {
      return annotations.refineDeserializationType(config, member, type);
    } catch (JsonMappingException e) {
      throw new IllegalArgumentException(
          "Jackson cannot bind " + member.getFullName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
