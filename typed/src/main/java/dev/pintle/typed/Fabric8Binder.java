package dev.pintle.typed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pintle.diagnostic.Diagnostic;
import dev.pintle.go.json.JsonKind;
import dev.pintle.release.BindException;
import dev.pintle.release.ObjectBinder;
import dev.pintle.release.Resource;
import dev.pintle.values.TreePath;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Binds resources to fabric8's Kubernetes and Istio classes, and to custom resource classes of the
 * caller's: any that have fabric8's annotations {@code @Group}, {@code @Version} and, where the
 * kind is not the class's name, {@code @Kind}. Safe for use by several threads.
 *
 * <p>Values are taken as the Kubernetes API takes them: text where text is wanted, numbers where
 * numbers are; nothing is bent to fit.
 *
 * <p>Where {@code HasMetadata} is asked for, the class is looked for among those registered as
 * services of {@code KubernetesResource}, as fabric8's are, and those that {@link #knowing} was
 * given; {@link GenericKubernetesResource} stands for the rest.
 */
public final class Fabric8Binder implements ObjectBinder {

  private final ObjectMapper mapper = mapper();
  private final ClassFields classFields = new ClassFields(mapper);
  private final KnownClasses classes;

  /** A binder that knows the classes that are registered as services. */
  public Fabric8Binder() {
    this(List.of());
  }

  private Fabric8Binder(List<Class<? extends HasMetadata>> more) {
    this.classes = new KnownClasses(more, Fabric8Binder.class.getClassLoader());
  }

  /**
   * A binder that knows more classes, and prefers them to those that are registered as services.
   * Only where {@code HasMetadata} is asked for has it to know them beforehand.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static Fabric8Binder knowing(Class<? extends HasMetadata>... more) {
    return new Fabric8Binder(List.of(more));
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new OwnDeserializers())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // ClassFields finds them all
            .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
            .build();
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    return mapper;
  }

  /** Null for classes that {@link GenericKubernetesResource} is one of. */
  @Override
  public ResourceType typeOf(Class<?> type) {
    if (takesAny(type)) {
      return null;
    }
    ResourceType declared = KnownClasses.declaredBy(type);
    if (declared == null) {
      throw new IllegalArgumentException(
          type.getName()
              + " does not say which resources it is for: it has no annotations @Group and @Version"
              + " of io.fabric8.kubernetes.model.annotation");
    }
    return declared;
  }

  private static boolean takesAny(Class<?> type) {
    return type.isAssignableFrom(GenericKubernetesResource.class);
  }

  @Override
  public <T> Binding<T> bind(Resource resource, Class<T> type) {
    Class<?> target = takesAny(type) ? mostSpecific(resource, type) : checked(resource, type);
    JavaType javaType = mapper.constructType(target);
    List<Diagnostic> unknown = UnknownFields.of(resource, javaType, classFields);
    try {
      return new Binding<>(
          type.cast(mapper.readerFor(javaType).readValue(TreeNodes.of(resource.tree()))), unknown);
    } catch (JsonMappingException e) {
      throw new BindException(resource, target, List.of(mismatch(resource, e)));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a tree in memory is always read
    }
  }

  private Class<?> mostSpecific(Resource resource, Class<?> wanted) {
    if (wanted == GenericKubernetesResource.class) {
      return wanted;
    }
    Class<?> known = classes.of(new ResourceType(resource.apiVersion(), resource.kind()));
    return known == null || !wanted.isAssignableFrom(known)
        ? GenericKubernetesResource.class
        : known;
  }

  private Class<?> checked(Resource resource, Class<?> type) {
    ResourceType declared = typeOf(type);
    if (!declared.matches(resource)) {
      throw new IllegalArgumentException(
          type.getName()
              + " is for "
              + declared
              + ", not for "
              + new ResourceType(resource.apiVersion(), resource.kind()));
    }
    return type;
  }

  private static Diagnostic mismatch(Resource resource, JsonMappingException e) {
    TreePath path = TreePath.top();
    for (JsonMappingException.Reference step : e.getPath()) {
      TreePath next =
          step.getFieldName() == null ? path.index(step.getIndex()) : path.key(step.getFieldName());
      if (next.in(resource.tree()) != null) {
        path = next; // classes have steps of their own, such as a field for one of several fields
      }
    }
    return resource.finding(
        Diagnostic.Kind.FIELD_TYPE,
        path + ": " + words(e, path.in(resource.tree())),
        path.positionIn(resource.tree()),
        0);
  }

  private static String words(JsonMappingException e, Object found) {
    return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? mismatch.getTargetType().getSimpleName() + " expected, found " + JsonKind.nameOf(found)
        : "cannot be read"; // the library's own words quote the value
  }
}
