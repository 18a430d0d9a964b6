import type { Language } from "../../../engine/index.ts";
import { messages } from "../../language/messages.ts";
import type { RuleBook } from "../../published-rules.ts";
import { componentSchemas } from "./schemas.ts";

export interface Response {
  description: string;
  content?: Record<string, { schema: object }>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  parameters?: { name: string; in: string; required: boolean; description: string; schema: object }[];
  requestBody?: { required: boolean; content: Record<string, { schema: object; example: unknown }> };
  responses: Record<string, Response>;
}

/** The OpenAPI 3.1 document, as far as this server writes it. */
export interface OpenApiDocument {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

const ref = (schema: string): { $ref: string } => ({ $ref: `#/components/schemas/${schema}` });
const json = (schema: object): Record<string, { schema: object }> => ({ "application/json": { schema } });

/** The request that the document shows: an example of the latest rule set. */
function exampleRequest({ published }: RuleBook): object {
  const example = published.at(-1)?.ruleSet.examples.find(({ expect }) => expect.outcome === "unfulfilled");
  return example ? { case: example.case, asOf: example.asOf } : {};
}

/** Describes the API in one language. The wording is that of the pages; the schemas are those of the engine. */
export function openApiDocument(language: Language, rules: RuleBook): OpenApiDocument {
  const say = messages(language);
  const refused = (status: number): Record<string, Response> => ({
    [status]: {
      description: say(`api.response.${status}`),
      content: { "application/problem+json": { schema: ref("Problem") } },
    },
  });
  const answered = (key: string, schema: object): Record<string, Response> => ({
    200: { description: say(`api.${key}.answer`), content: json(schema) },
  });
  const operation = (
    operationId: string,
    rest: Omit<Operation, "operationId" | "summary" | "description">,
  ): Operation => ({
    operationId,
    summary: say(`api.${operationId}.summary`),
    description: say(`api.${operationId}.text`),
    ...rest,
  });
  const year = {
    name: "year",
    in: "path",
    required: true,
    description: say("api.parameter.year"),
    schema: { type: "integer" },
  };

  return {
    openapi: "3.1.0",
    info: { title: say("api.title"), version: "1", description: say("api.lead") },
    paths: {
      "/api/v1/evaluate": {
        post: operation("evaluate", {
          requestBody: {
            required: true,
            content: { "application/json": { schema: ref("EvaluateRequest"), example: exampleRequest(rules) } },
          },
          responses: {
            ...answered("evaluate", ref("Decision")),
            ...refused(400),
            ...refused(404),
            ...refused(413),
            ...refused(415),
          },
        }),
      },
      "/api/v1/rule-sets": {
        get: operation("rule-sets", {
          responses: answered("rule-sets", { type: "array", items: ref("RuleSetSummary") }),
        }),
      },
      "/api/v1/rule-sets/{year}": {
        get: operation("rule-set", {
          parameters: [year],
          responses: {
            ...answered("rule-set", ref("RuleSet")),
            304: { description: say("api.response.304") },
            ...refused(404),
          },
        }),
      },
      "/api/v1/rule-sets/{year}/text": {
        get: operation("rule-set-text", {
          parameters: [year],
          responses: { ...answered("rule-set-text", { type: "object" }), ...refused(404) },
        }),
      },
      "/api/v1/openapi.json": {
        get: operation("openapi", { responses: answered("openapi", { type: "object" }) }),
      },
    },
    components: { schemas: componentSchemas() },
  };
}
