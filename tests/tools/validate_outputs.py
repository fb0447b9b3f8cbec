#!/usr/bin/env python3
"""Validate machine output against a JSON Schema.

    validate_outputs.py SCHEMA FILE...

A FILE that ends in .jsonl is validated line by line. Exit 0 when all are valid, 1 when one is not (each fault is printed with its
JSON Pointer), 2 for wrong use or an unreadable file. Keys that occur twice in an object are a fault: JSON allows them, no reader of ours should see them.
"""
import json
import sys

import jsonschema

FAULTS_SHOWN = 20


def unique(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("duplicate key among: " + ", ".join(key for key, _ in pairs))
    return members


def values(path):
    """Yield (place, value) for every JSON text in the file."""
    with open(path, encoding="utf-8", newline="") as file:
        if path.endswith(".jsonl"):
            for number, line in enumerate(file, 1):
                yield f"{path}:{number}", json.loads(line, object_pairs_hook=unique)
        else:
            yield path, json.load(file, object_pairs_hook=unique)


def pointer(parts):
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts) or "/"


def faults(validator, path):
    try:
        for place, value in values(path):
            for error in sorted(validator.iter_errors(value), key=lambda e: [str(part) for part in e.absolute_path]):
                yield f"{place}: {pointer(error.absolute_path)}: {error.message[:300]}"
    except ValueError as error:  # also JSONDecodeError and UnicodeDecodeError
        yield f"{path}: {error}"


def main(arguments):
    if len(arguments) < 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    try:
        with open(arguments[0], encoding="utf-8") as file:
            schema = json.load(file)
        checker = jsonschema.validators.validator_for(schema)
        checker.check_schema(schema)
        bad = False
        for path in arguments[1:]:
            for count, fault in enumerate(faults(checker(schema), path)):
                bad = True
                if count == FAULTS_SHOWN:
                    print(f"{path}: …")
                    break
                print(fault)
        return 1 if bad else 0
    except (OSError, ValueError, jsonschema.SchemaError) as error:
        print(f"validate_outputs: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
