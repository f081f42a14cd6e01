package dev.pintle.testing;

import dev.pintle.release.Resource;

/** Assertions on a resource of any kind. */
public final class ResourceAssert extends AbstractResourceAssert<ResourceAssert> {

  ResourceAssert(Resource actual) {
    super(actual, ResourceAssert.class);
  }
}
