package dev.pintle.apply.fabric8.api;

import java.util.ArrayList;
import java.util.List;

/**
 * One request to an API server. Each kind of request takes the kind of path that it may be sent to:
 * only a single object can be changed or deleted. Immutable.
 */
public final class ApiRequest {

  /** The content type of a server-side apply. */
  public static final String APPLY = "application/apply-patch+yaml";

  /** The content type of a JSON merge patch. */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  /** The content type of a patch that knows of merge keys, for Kubernetes' own kinds. */
  public static final String STRATEGIC_MERGE_PATCH = "application/strategic-merge-patch+json";

  /** The content type of a JSON patch. */
  public static final String JSON_PATCH = "application/json-patch+json";

  private static final String JSON = "application/json";

  /** Metadata is all that is wanted; for lists too. */
  private static final String METADATA =
      JSON + ";as=PartialObjectMetadata;g=meta.k8s.io;v=v1," + JSON;

  private static final String METADATA_LIST =
      JSON + ";as=PartialObjectMetadataList;g=meta.k8s.io;v=v1," + JSON;

  private static final String TEXT = JSON + ", */*";

  /** In the order of those who ask; a server that makes no tables sends the object. */
  private static final String TABLE =
      JSON + ";as=Table;v=v1;g=meta.k8s.io," + JSON + ";as=Table;v=v1beta1;g=meta.k8s.io," + JSON;

  private final String method;
  private final ApiPath path;
  private final List<String> query;
  private final String contentType;
  private final String body;
  private final String accept;

  private ApiRequest(
      String method,
      ApiPath path,
      List<String> query,
      String contentType,
      String body,
      String accept) {
    this.method = method;
    this.path = path;
    this.query = List.copyOf(query);
    this.contentType = contentType;
    this.body = body;
    this.accept = accept;
  }

  private static ApiRequest of(String method, ApiPath path) {
    return new ApiRequest(method, path, List.of(), null, null, JSON);
  }

  /** Reads an object or a list. */
  public static ApiRequest get(ApiPath path) {
    return of("GET", path);
  }

  /**
   * Adds an object to the others.
   *
   * @throws ApiException with client-go's message if nobody says to which namespace
   */
  public static ApiRequest create(CollectionPath path, String json) {
    if (path.type().namespaced() && path.namespace().isEmpty()) {
      throw ApiException.unsendable("an empty namespace may not be set during creation");
    }
    return of("POST", path).sending(JSON, json);
  }

  /** Puts an object in the place of another. */
  public static ApiRequest replace(ObjectPath path, String json) {
    return of("PUT", path).sending(JSON, json);
  }

  /**
   * Changes an object.
   *
   * @param type the content type of the patch
   */
  public static ApiRequest patch(ObjectPath path, String type, String patch) {
    return of("PATCH", path).sending(type, patch);
  }

  /**
   * Deletes an object.
   *
   * @param options how, as JSON; there must be some, since fabric8's client on the JDK's HTTP
   *     client takes every request without a body for a GET
   */
  public static ApiRequest delete(ObjectPath path, String options) {
    return of("DELETE", path).sending(JSON, options);
  }

  /** Such as {@code GET}. */
  public String method() {
    return method;
  }

  /** Where it goes. */
  public ApiPath path() {
    return path;
  }

  /** The content type of the body, or null if there is none. */
  public String contentType() {
    return contentType;
  }

  /** JSON, or null. */
  public String body() {
    return body;
  }

  /** The form of the answer that is wanted. */
  public String accept() {
    return accept;
  }

  /** The same with one more parameter; a null value leaves it out. */
  public ApiRequest with(String parameter, String value) {
    if (value == null) {
      return this;
    }
    List<String> more = new ArrayList<>(query);
    more.add(PathSegment.escaped(parameter) + "=" + PathSegment.escaped(value));
    return new ApiRequest(method, path, more, contentType, body, accept);
  }

  private ApiRequest sending(String type, String json) {
    return new ApiRequest(method, path, query, type, json, accept);
  }

  /** The same, of whose answer only the metadata is wanted. */
  public ApiRequest forMetadata() {
    return accepting(METADATA);
  }

  /** The same for a list, of whose items only the metadata is wanted. */
  public ApiRequest forMetadataList() {
    return accepting(METADATA_LIST);
  }

  /** The same, whose answer is wanted as a table for people, with the whole object in each row. */
  public ApiRequest forTable() {
    return accepting(TABLE).with("includeObject", "Object");
  }

  /** The same, whose answer is text, such as a log. */
  public ApiRequest forText() {
    return accepting(TEXT);
  }

  boolean isForText() {
    return accept.equals(TEXT);
  }

  /** The same with another form of answer. */
  public ApiRequest accepting(String types) {
    return new ApiRequest(method, path, query, contentType, body, types);
  }

  /** The same for a list, of those objects that have certain labels. */
  public ApiRequest with(LabelSelector labels) {
    return with("labelSelector", labels.text());
  }

  /** The same for a list, of the one object that has a name. */
  public ApiRequest named(String name) {
    return with("fieldSelector", "metadata.name=" + fieldValue(name));
  }

  /** Kubernetes' {@code fields.EscapeValue}. */
  private static String fieldValue(String text) {
    return text.replace("\\", "\\\\").replace(",", "\\,").replace("=", "\\=");
  }

  /** Path and query as they are sent. */
  String target() {
    return query.isEmpty() ? path.text() : path.text() + "?" + String.join("&", query);
  }

  /** What messages call it. */
  public String title() {
    return method + " " + path.text();
  }
}
