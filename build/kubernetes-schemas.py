#!/usr/bin/env python3
"""Makes the Kubernetes schemas that the module `schema` carries, and writes them out for kubeconform.

    build/kubernetes-schemas.py pack 1.34.4 ...       from the Go modules k8s.io/kubernetes@v1.34.4 ...
    build/kubernetes-schemas.py export 1.34 DIR [--strict]   for kubeconform, one file per kind

`pack` reads api/openapi-spec/v3 of the module (fetched by `go mod download`, which is all that this
needs of the network) and writes schema/src/main/resources/dev/pintle/schema/kubernetes/1.34.json.gz:

    {"version": "1.34.4", "kinds": {"apps/v1": {"Deployment": "<definition>"}},
     "definitions": {"<definition>": <JSON Schema without descriptions>}}

The definitions are JSON Schema 2020-12 that says how the API server reads an object:

- a null is no value, so that properties that are not required, items and entries of maps may be null;
- what the API calls int-or-string or a quantity is a list of types;
- the type of an object stands where it is referred to, since it depends on that place whether a null
  is allowed.

`export` writes the same as draft 7, in the layout `{{.ResourceKind}}{{.KindSuffix}}.json`:

    kubeconform -strict -schema-location 'DIR/{{.ResourceKind}}{{.KindSuffix}}.json' manifest.yaml
"""

import argparse
import gzip
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKED = ROOT / "schema/src/main/resources/dev/pintle/schema/kubernetes"
REFERENCE = "#/components/schemas/"
GROUP_VERSION_KIND = "x-kubernetes-group-version-kind"

# What a schema may say that decides whether an object meets it. All else is for readers, for clients
# that merge, or for the API server's defaults.
KEPT = {"type", "format", "required", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength",
        "minItems", "maxItems", "uniqueItems"}
IGNORED = {"description", "default", "example", GROUP_VERSION_KIND, "x-kubernetes-unions",
           "x-kubernetes-list-type", "x-kubernetes-list-map-keys", "x-kubernetes-map-type",
           "x-kubernetes-patch-strategy", "x-kubernetes-patch-merge-key"}


def module_directory(version):
    """The directory of the Go module of a Kubernetes version, downloaded if need be."""
    done = subprocess.run(["go", "mod", "download", "-json", f"k8s.io/kubernetes@v{version}"],
                          check=True, capture_output=True, text=True)
    return Path(json.loads(done.stdout)["Dir"])


def openapi_schemas(version):
    """All schemas of a version's API, by name."""
    schemas = {}
    for file in sorted((module_directory(version) / "api/openapi-spec/v3").glob("*.json")):
        schemas.update(json.loads(file.read_text()).get("components", {}).get("schemas", {}))
    return schemas


class Packer:
    """Turns the schemas of one version into definitions."""

    def __init__(self, schemas):
        self.schemas = schemas
        self.definitions = {}

    def definition(self, name):
        """Adds a definition and all that it refers to."""
        if name not in self.definitions:
            self.definitions[name] = None  # schemas refer to themselves
            packed = self.pack(self.schemas[name])
            packed.pop("type", None)
            self.definitions[name] = packed

    def referred(self, name):
        """What stands where a schema is referred to, as if null were not allowed there."""
        packed = self.pack_shallow(self.schemas[name])
        if "type" not in packed:
            return {}  # any JSON
        if packed["type"] != "object" or "properties" not in self.schemas[name]:
            return self.pack(self.schemas[name])
        self.definition(name)
        return {"type": packed["type"], "$ref": "#/definitions/" + name}

    @staticmethod
    def pack_shallow(schema):
        if "oneOf" in schema:
            if any(list(option) != ["type"] for option in schema["oneOf"]):
                sys.exit(f"a oneOf that is not about types: {schema}")
            return {"type": sorted(option["type"] for option in schema["oneOf"])}
        return {key: schema[key] for key in KEPT if key in schema}

    def pack(self, schema):
        unknown = set(schema) - KEPT - IGNORED - {
            "$ref", "allOf", "oneOf", "properties", "items", "additionalProperties"}
        if unknown:
            sys.exit(f"no rule for {unknown} in {schema}")
        if "allOf" in schema:
            if len(schema["allOf"]) != 1:
                sys.exit(f"an allOf of several schemas: {schema}")
            return self.pack(schema["allOf"][0])
        if "$ref" in schema:
            return self.referred(schema["$ref"].removeprefix(REFERENCE))
        packed = self.pack_shallow(schema)
        required = schema.get("required", [])
        if "properties" in schema:
            packed["properties"] = {
                name: self.pack(inner) if name in required else nullable(self.pack(inner))
                for name, inner in schema["properties"].items()}
        for keyword in ("items", "additionalProperties"):
            if isinstance(schema.get(keyword), dict):
                packed[keyword] = nullable(self.pack(schema[keyword]))
        return packed


def nullable(schema):
    """The schema with null allowed besides."""
    if "type" not in schema:
        return schema
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    result = dict(schema, type=types + ["null"])
    if "enum" in schema:
        result["enum"] = schema["enum"] + [None]
    return result


def pack(version):
    schemas = openapi_schemas(version)
    packer = Packer(schemas)
    kinds = {}
    for name, schema in schemas.items():
        if "metadata" not in schema.get("properties", {}):
            continue  # the options of a request, and events of a watch: nothing that is applied
        for kind in schema.get(GROUP_VERSION_KIND, []):
            api_version = "/".join(filter(None, (kind["group"], kind["version"])))
            kinds.setdefault(api_version, {})[kind["kind"]] = name
            packer.definition(name)
    text = json.dumps({"version": version, "kinds": kinds, "definitions": packer.definitions},
                      sort_keys=True, separators=(",", ":"))
    minor = ".".join(version.split(".")[:2])
    PACKED.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress(text.encode(), 9, mtime=0)
    (PACKED / f"{minor}.json.gz").write_bytes(packed)
    count = sum(len(names) for names in kinds.values())
    print(f"{version}: {count} kinds, {len(packer.definitions)} definitions, "
          f"{len(text)} bytes, packed {len(packed)}")


def draft7(schema, strict):
    """The schema without keywords beside $ref, which drafts before 2019 do not look at."""
    result = {}
    for key, value in schema.items():
        if key == "properties":
            result[key] = {name: draft7(inner, strict) for name, inner in value.items()}
        elif key in ("items", "additionalProperties"):
            result[key] = draft7(value, strict)
        elif key == "$ref":
            result["allOf"] = [{"$ref": value}]
        else:
            result[key] = value
    if strict and "properties" in result and "additionalProperties" not in result:
        result["additionalProperties"] = False
    return result


def references(schema):
    for key, value in schema.items():
        if key == "$ref":
            yield value.removeprefix("#/definitions/")
        elif key == "properties":
            for inner in value.values():
                yield from references(inner)
        elif isinstance(value, dict):
            yield from references(value)


def export(minor, directory, strict):
    data = json.loads(gzip.decompress((PACKED / f"{minor}.json.gz").read_bytes()))
    directory.mkdir(parents=True, exist_ok=True)
    written = 0
    for api_version, kinds in data["kinds"].items():
        group, _, version = api_version.rpartition("/")
        suffix = "-".join(filter(None, (group.split(".")[0], version)))
        for kind, root in kinds.items():
            reached, queue = {}, [root]
            while queue:
                name = queue.pop()
                if name not in reached:
                    reached[name] = draft7(data["definitions"][name], strict)
                    queue += references(data["definitions"][name])
            schema = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object",
                      "allOf": [{"$ref": "#/definitions/" + root}], "definitions": reached}
            (directory / f"{kind.lower()}-{suffix}.json").write_text(json.dumps(schema))
            written += 1
    print(f"{written} files in {directory}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    packing = commands.add_parser("pack")
    packing.add_argument("versions", nargs="+")
    exporting = commands.add_parser("export")
    exporting.add_argument("version")
    exporting.add_argument("directory", type=Path)
    exporting.add_argument("--strict", action="store_true", help="unknown fields are errors")
    arguments = parser.parse_args()
    if arguments.command == "pack":
        for version in arguments.versions:
            pack(version)
    else:
        export(arguments.version, arguments.directory, arguments.strict)


if __name__ == "__main__":
    main()
