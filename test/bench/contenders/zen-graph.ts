import { ANNEX_2, NORM } from "../handwritten/annex-2.ts";

/** The Rules of 2022 as a decision graph (JDM): two tables gone through for each item, a sum, a table of outcomes. */

type Row = readonly string[];

/** A decision table: the first row whose cells all hold gives its last cell; an empty cell always holds. */
function table(inputs: Row, output: string, rows: readonly Row[], loop: object = {}) {
  const ids = [...inputs, output];
  return {
    hitPolicy: "first",
    passThrough: true,
    inputs: inputs.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: output, name: output, field: output }],
    rules: rows.map((row, at) => ({ _id: `${at}`, ...Object.fromEntries(ids.map((id, cell) => [id, row[cell]])) })),
    ...loop,
  };
}

const overEach = (list: string) => ({ inputField: list, outputPath: list, executionMode: "loop" });

const CREDIT = table(
  ["ended", "markedFor", "endedInYear", "endedInMakeUp", "documents", "recognised", "form"],
  "credited",
  [
    ["false", "", "", "", "", "", "", "0"],
    ["", "'another-year'", "", "", "", "", "", "0"],
    ["", "'no-year'", "false", "", "", "", "", "0"],
    ["", "'this-year'", "", "false", "", "", "", "0"],
    ["", "", "", "", "0", "", "", "0"],
    ["", "", "", "", "", "true", "", "recognisedPoints"],
    ...[...ANNEX_2].map(([form, { points }]) => ["", "", "", "", "", "", `'${form}'`, `${points} * units`]),
    ["", "", "", "", "", "", "", "0"],
  ],
  overEach("activities"),
);

const EXEMPTION = table(
  ["touchesYear", "kind", "ground"],
  "exempts",
  [
    ["true", "'maternity-leave', 'childcare-leave'", "", "true"],
    ["true", "'suspension'", "$ != 'sanction'", "true"],
    ["", "", "", "false"],
  ],
  overEach("absences"),
);

const SUMS = {
  passThrough: true,
  expressions: [
    { id: "total", key: "total", value: "sum(map(activities, #.credited))" },
    { id: "exempt", key: "exempt", value: "some(absences, #.exempts)" },
  ],
};

const OUTCOME = table(["member", "exempt", "submitted", "total", "afterDue"], "outcome", [
  ["false", "", "", "", "", "'not-a-member'"],
  ["", "true", "", "", "", "'exempt'"],
  ["", "", "true", `>= ${NORM * 100}`, "", "'fulfilled'"],
  ["", "", "", "", "false", "'pending'"],
  ["", "", "", "", "", "'unfulfilled'"],
]);

const nodes = [
  { type: "inputNode", name: "facts", content: {} },
  { type: "decisionTableNode", name: "credit", content: CREDIT },
  { type: "decisionTableNode", name: "exemption", content: EXEMPTION },
  { type: "expressionNode", name: "sums", content: SUMS },
  { type: "decisionTableNode", name: "outcome", content: OUTCOME },
  { type: "outputNode", name: "answer", content: {} },
].map((node) => ({ ...node, id: node.name, position: { x: 0, y: 0 } }));

export const GRAPH = {
  nodes,
  edges: nodes.slice(1).map(({ id }, at) => ({ id: `to-${id}`, sourceId: nodes[at]?.id, targetId: id, type: "edge" })),
};
