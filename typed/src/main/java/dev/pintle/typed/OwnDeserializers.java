package dev.pintle.typed;

import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.internal.KubernetesDeserializer;

/**
 * Jackson's annotations, but that a class of the caller's is bound as itself. Every class of
 * resources inherits from fabric8's interface that its objects are made by kind, of whatever class
 * is registered for that; fabric8's own classes each take that back.
 */
final class OwnDeserializers extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public Object findDeserializer(Annotated annotated) {
    Object deserializer = super.findDeserializer(annotated);
    return deserializer == KubernetesDeserializer.class
            && annotated instanceof AnnotatedClass type
            && type.getType().isConcrete()
        ? null
        : deserializer;
  }
}
