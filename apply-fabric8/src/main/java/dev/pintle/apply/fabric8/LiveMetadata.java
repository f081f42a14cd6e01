package dev.pintle.apply.fabric8;

import dev.pintle.apply.Course;
import dev.pintle.apply.ObjectRef;
import dev.pintle.apply.fabric8.api.Api;
import dev.pintle.apply.fabric8.api.ApiException;
import dev.pintle.apply.fabric8.api.ApiRequest;
import dev.pintle.apply.fabric8.api.CollectionPath;
import dev.pintle.apply.fabric8.api.Fields;
import dev.pintle.apply.fabric8.api.Pages;
import dev.pintle.apply.fabric8.api.ResourceType;
import dev.pintle.values.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The metadata of objects as they were before an operation. Where a release has several objects of
 * a kind, one list brings them all; where a namespace holds many more, or may not be listed, each
 * is asked for by itself, as Helm does.
 */
final class LiveMetadata {

  private static final int FEW = 3;

  private final Api api;
  private final boolean whole;
  private final Map<ObjectRef, Table> found = new ConcurrentHashMap<>();

  private LiveMetadata(Api api, boolean whole) {
    this.api = api;
    this.whole = whole;
  }

  /**
   * Reads what is there.
   *
   * @throws ApiException if the server does not say
   */
  static LiveMetadata read(
      Api api, Workers workers, Course course, Collection<TargetObject> objects) {
    return read(new LiveMetadata(api, false), workers, course, objects);
  }

  /**
   * Reads what is there, and not its metadata alone.
   *
   * @throws ApiException if the server does not say
   */
  static LiveMetadata readWhole(Session session, Collection<TargetObject> objects) {
    return read(
        new LiveMetadata(session.api(), true), session.workers(), session.course(), objects);
  }

  private static LiveMetadata read(
      LiveMetadata metadata, Workers workers, Course course, Collection<TargetObject> objects) {
    Map<ObjectRef, List<TargetObject>> groups = new LinkedHashMap<>();
    for (TargetObject object : objects) {
      if (!object.name().isEmpty()) {
        ObjectRef alike = object.type().ref(object.namespace(), "");
        groups.computeIfAbsent(alike, all -> new ArrayList<>()).add(object);
      }
    }
    List<TargetObject> single = new ArrayList<>();
    List<List<TargetObject>> listed = new ArrayList<>();
    for (List<TargetObject> group : groups.values()) {
      if (group.size() <= FEW) {
        single.addAll(group);
      } else {
        listed.add(group);
      }
    }
    List<TargetObject> left = java.util.Collections.synchronizedList(single);
    workers.each(
        listed,
        course,
        group -> {
          if (!metadata.list(group)) {
            left.addAll(group);
          }
        });
    workers.each(List.copyOf(left), course, metadata::get);
    return metadata;
  }

  /** Lists a kind; false if that is not allowed, or would read far more than is wanted. */
  private boolean list(List<TargetObject> wanted) {
    ResourceType type = wanted.get(0).type();
    String namespace = wanted.get(0).namespace();
    Set<ObjectRef> refs = wanted.stream().map(TargetObject::ref).collect(Collectors.toSet());
    int most = 2 + 2 * wanted.size() / Pages.SIZE;
    try {
      Pages pages = new Pages(api, request(type.path(namespace)));
      for (int page = 0; page < most && pages.hasNext(); page++) {
        for (Table item : Fields.tables(pages.next(), "items")) {
          ObjectRef ref = type.ref(namespace, Fields.metadata(item, "name"));
          if (refs.contains(ref)) {
            item.put("apiVersion", type.apiVersion()); // items of lists do not say
            item.put("kind", type.kind());
            found.put(ref, item);
          }
        }
      }
      return !pages.hasNext();
    } catch (ApiException e) {
      if (e.isForbidden()
          || e.isGone()
          || e.isNotFound()
          || e.isBeyondLimit()
          || e.code() == ApiException.UNSENT) {
        return false;
      }
      throw e;
    }
  }

  private ApiRequest request(CollectionPath path) {
    ApiRequest list = ApiRequest.get(path);
    return whole ? list : list.forMetadataList();
  }

  private void get(TargetObject object) {
    try {
      ApiRequest get = ApiRequest.get(object.path());
      found.put(object.ref(), api.send(whole ? get : get.forMetadata()).body());
    } catch (ApiException e) {
      if (!e.isNotFound() && e.code() != ApiException.UNSENT) {
        throw e; // at what is no path nothing can be
      }
    }
  }

  /** An object that was there: a table with {@code metadata}, and the rest if it was read. */
  Optional<Table> of(ObjectRef object) {
    return Optional.ofNullable(found.get(object));
  }
}
