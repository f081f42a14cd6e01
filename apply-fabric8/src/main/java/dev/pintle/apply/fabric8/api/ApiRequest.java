package dev.pintle.apply.fabric8.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request to an API server. Immutable.
 *
 * @param path from the server's root, escaped
 * @param query parts such as {@code watch=true}, escaped
 * @param contentType of the body, or null if there is none
 * @param body JSON, or null
 * @param accept the form of the answer that is wanted
 */
public record ApiRequest(
    String method,
    String path,
    List<String> query,
    String contentType,
    String body,
    String accept) {

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

  /** In the order of those who ask; a server that makes no tables sends the object. */
  private static final String TABLE =
      JSON + ";as=Table;v=v1;g=meta.k8s.io," + JSON + ";as=Table;v=v1beta1;g=meta.k8s.io," + JSON;

  /** The list is copied. */
  public ApiRequest {
    query = List.copyOf(query);
  }

  /** A request without a body. */
  public static ApiRequest of(String method, String path) {
    return new ApiRequest(method, path, List.of(), null, null, JSON);
  }

  /** Reads an object or a list. */
  public static ApiRequest get(String path) {
    return of("GET", path);
  }

  /** The same with one more parameter; a null value leaves it out. */
  public ApiRequest with(String parameter, String value) {
    if (value == null) {
      return this;
    }
    List<String> more = new ArrayList<>(query);
    more.add(parameter + "=" + escape(value));
    return new ApiRequest(method, path, more, contentType, body, accept);
  }

  /** The same with a body. */
  public ApiRequest sending(String type, String json) {
    return new ApiRequest(method, path, query, type, json, accept);
  }

  /** The same with JSON as its body. */
  public ApiRequest sending(String json) {
    return sending(JSON, json);
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

  /** The same with another form of answer. */
  public ApiRequest accepting(String types) {
    return new ApiRequest(method, path, query, contentType, body, types);
  }

  /** Path and query. */
  String target() {
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** A part of a path or query. */
  public static String escape(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
