/** Values and rendered objects checked against schemas, with networknt's validator. */
module dev.pintle.schema {
  requires com.fasterxml.jackson.databind;
  requires com.networknt.schema;
  requires transitive dev.pintle.core;

  exports dev.pintle.schema;
  exports dev.pintle.schema.kubernetes;

  provides dev.pintle.validate.ValuesValidator with
      dev.pintle.schema.JsonSchemaValuesValidator;
}
