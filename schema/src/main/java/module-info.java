/** Values schemas, checked with networknt's validator. */
module dev.pintle.schema {
  requires com.fasterxml.jackson.databind;
  requires com.networknt.schema;
  requires transitive dev.pintle.core;

  exports dev.pintle.schema;

  provides dev.pintle.validate.ValuesValidator with
      dev.pintle.schema.JsonSchemaValuesValidator;
}
