import type { RuleSetFinding } from "../../../engine/index.ts";
import { isolated } from "../../language/isolated.ts";
import { messages } from "../../language/messages.ts";
import { findingsOf } from "../checker/findings-of.ts";
import { valueAt } from "../editor/document/at-pointer.ts";
import { partsOf } from "../editor/document/part.ts";
import { findingsAt } from "../editor/document/problems.ts";
import { SECTIONS, type Section } from "../editor/sections.ts";
import { draftHead, type OpenDraft } from "../open-draft.ts";
import { findingLines } from "../parts/finding-lines.ts";
import { draftAddress, examplesAddress, historyAddress, jsonAddress, sectionAddress, titleAddress } from "../places.ts";

/** The problems of a section: of the set's own fields, those that no other section has. */
function problemsIn(findings: readonly RuleSetFinding[], { shape, pointer, fields }: Section): number {
  if (shape !== "fields") return findingsAt(findings, pointer).length;
  return fields.reduce((count, { key }) => count + findingsAt(findings, `/${key}`).length, 0);
}

function contents(draft: OpenDraft, findings: readonly RuleSetFinding[]) {
  const { language, stored, document } = draft;
  const say = messages(language);
  const line = (section: Section) => {
    const count = section.shape === "list" ? partsOf(document, section).length : null;
    const isUnused = count === 0 || (section.shape === "optional" && valueAt(document, section.pointer) === undefined);
    const problems = problemsIn(findings, section);
    return {
      href: sectionAddress(language, stored.id, section.id),
      title: say(`editor.section.${section.id}`),
      count: isUnused ? say("editor.unused") : count === null ? null : String(count),
      problems: problems > 0 ? say("editor.problems", { count: problems }) : null,
    };
  };
  return [...new Set(SECTIONS.map(({ group }) => group))].map((group) => ({
    id: group,
    title: say(group === "about" ? "editor.group.about" : `explain.section.${group}`),
    sections: SECTIONS.filter((section) => section.group === group).map(line),
  }));
}

/** The page of a draft: how it stands, its table of contents, and what the checker finds. */
export async function overview(draft: OpenDraft) {
  const { language, stored } = draft;
  const say = messages(language);
  const findings = await findingsOf(stored.state.text);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return {
    head: { title: stored.state.title, section: "workspace" as const },
    model: {
      ...draftHead(draft),
      heading: stored.state.title,
      authors: stored.state.authors.map(({ name }) => isolated(name)).join(", "),
      correction: stored.state.correction,
      verdict: errors === 0 ? say("draft.whole") : say("draft.not-whole", { count: errors }),
      isWhole: errors === 0,
      groups: contents(draft, findings),
      findings: findingLines(draft, findings),
      rename: draft.mayChange ? titleAddress(language, stored.id) : null,
      json: jsonAddress(language, stored.id),
      history: historyAddress(language, stored.id),
      examples: examplesAddress(language, stored.id),
      review: `${draftAddress(language, stored.id)}/review`,
    },
  };
}
