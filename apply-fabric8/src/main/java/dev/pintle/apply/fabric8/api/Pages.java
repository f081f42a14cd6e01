package dev.pintle.apply.fabric8.api;

import dev.pintle.limit.Limit;
import dev.pintle.limit.LimitException;
import dev.pintle.values.Sequence;
import dev.pintle.values.Table;

/**
 * The pages of a list, each asked for when it is wanted. A server says after each whether there is
 * another one; how many there may be is limited, and how long all may be together. For one thread.
 */
public final class Pages {

  /** How many objects a page has. */
  public static final int SIZE = 500;

  private final Api api;
  private final ApiRequest list;
  private String next = "";
  private int read;
  private long bytes;

  /**
   * Begins.
   *
   * @param list asks for all of it
   */
  public Pages(Api api, ApiRequest list) {
    this.api = api;
    this.list = list.with("limit", String.valueOf(SIZE));
  }

  /** Whether there is another page; there is always a first one. */
  public boolean hasNext() {
    return read == 0 || !next.isEmpty();
  }

  /**
   * The next page: a table whose {@code items} are a list, or not there.
   *
   * @throws ApiException if the server refuses, or sends more than it may, or something else
   */
  public Table next() {
    Api.Answer answer = api.send(list.with("continue", next.isEmpty() ? null : next));
    Table page = answer.body();
    if (page.get("items") != null && !(page.get("items") instanceof Sequence)) {
      throw ApiException.unusable(list.title(), "it is no list");
    }
    read++;
    bytes += answer.length();
    next = Fields.metadata(page, "continue");
    long most = api.limits().of(Limit.LIST_PAGES);
    if (read == most && hasNext()) {
      throw beyond(Limit.LIST_PAGES, "there are more than " + most + " pages of it");
    }
    long longest = api.limits().of(Limit.LIST_BYTES);
    if (bytes > longest) {
      throw beyond(Limit.LIST_BYTES, "its pages are longer than " + longest + " bytes together");
    }
    return page;
  }

  private ApiException beyond(Limit limit, String why) {
    return ApiException.beyond(list.title(), new LimitException(limit, why));
  }
}
