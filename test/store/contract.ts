import { describe } from "vitest";
import { commits } from "./contract/commits.ts";
import { documents } from "./contract/documents.ts";
import { events } from "./contract/events.ts";
import { orphanedDocuments } from "./contract/orphans.ts";
import type { EmptyPlace } from "./contract/place.ts";
import { records } from "./contract/records.ts";
import { refusals } from "./contract/refusals.ts";
import { takingOver } from "./contract/taking-over.ts";
import { texts } from "./contract/texts.ts";

/**
 * What every store has to do, whatever it is made of.
 * @param emptyPlace gives a place that holds no store yet
 */
export function storeContract(emptyPlace: EmptyPlace): void {
  describe("commits", () => commits(emptyPlace));
  describe("refusals", () => refusals(emptyPlace));
  describe("records", () => records(emptyPlace));
  describe("texts", () => texts(emptyPlace));
  describe("events", () => events(emptyPlace));
  describe("documents", () => documents(emptyPlace));
  describe("documents that no record names", () => orphanedDocuments(emptyPlace));
  describe("taking over", () => takingOver(emptyPlace));
}
