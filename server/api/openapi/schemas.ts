import { Type } from "@sinclair/typebox";
import { CaseSchema } from "../../../engine/schema/case.ts";
import { ConditionSchema } from "../../../engine/schema/condition.ts";
import { RuleSetSchema } from "../../../engine/schema/rule-set.ts";
import { closed, Text, Year } from "../../../engine/schema/words.ts";
import { EvaluateRequest } from "../evaluate.ts";
import { DecisionSchema } from "./decision-schema.ts";

const ProblemItem = Type.Object(
  {
    pointer: Type.String(),
    code: Type.String(),
    message: Type.String(),
    params: Type.Unsafe<object>({ type: "object" }),
  },
  closed,
);

const ProblemDocument = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    problems: Type.Optional(Type.Array(ProblemItem)),
  },
  closed,
);

const RuleSetSummary = Type.Object(
  {
    regime: Type.String(),
    effectiveYear: Year,
    revision: Type.Integer(),
    sha256: Type.String(),
    name: Type.Unsafe<object>({ $ref: "Text" }),
    url: Type.String(),
  },
  closed,
);

/** A schema of the engine as OpenAPI writes it: references by component, calendar days in the common format. */
function forOpenApi(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(forOpenApi);
  if (typeof schema !== "object" || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== "$id");
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (key === "$ref" && typeof value === "string") return [key, `#/components/schemas/${value}`];
      if (key === "format" && value === "day") return [key, "date"];
      return [key, forOpenApi(value)];
    }),
  );
}

const request = {
  ...EvaluateRequest,
  properties: { ...EvaluateRequest.properties, case: { $ref: "Case" } },
};

/** The schemas that the operations refer to: those of the engine, never a second copy. */
export const componentSchemas = (): Record<string, unknown> =>
  forOpenApi({
    EvaluateRequest: request,
    Case: CaseSchema,
    Decision: DecisionSchema,
    RuleSet: RuleSetSchema,
    RuleSetSummary,
    Condition: ConditionSchema,
    Text,
    Problem: ProblemDocument,
  }) as Record<string, unknown>;
