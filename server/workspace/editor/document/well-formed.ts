import type { TSchema } from "@sinclair/typebox";
import { createValidator, type Validator } from "../../../../engine/reading/schema-validator.ts";
import { RULE_SET_DEFINITIONS } from "../../../../engine/schema/rule-set.ts";
import type { Schema } from "../fields/schema.ts";

const validators = new Map<Schema, Validator>();

/** Whether a value is what a schema asks for. */
export function isWellFormed(schema: Schema, value: unknown): boolean {
  let validate = validators.get(schema);
  if (!validate) {
    validate = createValidator(schema as TSchema, RULE_SET_DEFINITIONS);
    validators.set(schema, validate);
  }
  return validate(value, 0).length === 0;
}
