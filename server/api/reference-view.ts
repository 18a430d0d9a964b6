import type { OpenApiDocument, Operation } from "./openapi/document.ts";
import { schemaFields } from "./schema-fields.ts";

const schemaName = (schema: object): string => {
  const { $ref, items } = schema as { $ref?: string; items?: { $ref?: string } };
  const name = ($ref ?? items?.$ref ?? "").split("/").at(-1) ?? "";
  return items ? `${name}[]` : name;
};

function curl(method: string, address: string, body: unknown): string {
  if (body === undefined) return `curl ${address}`;
  return `curl -X ${method} ${address} \\\n  -H 'Content-Type: application/json' \\\n  --data-binary @request.json`;
}

function operationView(path: string, method: string, operation: Operation, origin: string) {
  const request = operation.requestBody?.content["application/json"];
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    parameters: (operation.parameters ?? []).map(({ name, description }) => ({ name, description })),
    request: request ? { schema: schemaName(request.schema), example: JSON.stringify(request.example, null, 2) } : null,
    responses: Object.entries(operation.responses).map(([status, { description, content }]) => {
      const [[type, { schema }] = ["", { schema: {} }]] = Object.entries(content ?? {});
      return { status, description, type, schema: schemaName(schema) };
    }),
    curl: curl(method.toUpperCase(), `${origin}${path.replace("{year}", "2022")}`, request?.example),
  };
}

const SHOWN_SCHEMAS = ["EvaluateRequest", "Case", "Decision", "Problem"];

/** Turns the OpenAPI document into what the page shows. */
export const referenceView = (document: OpenApiDocument, origin: string) => ({
  lead: document.info.description,
  operations: Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationView(path, method, operation, origin)),
  ),
  schemas: SHOWN_SCHEMAS.map((name) => ({ name, fields: schemaFields(document.components.schemas[name]) })),
});
