import type { Express } from "express";
import { pino } from "pino";
import { createApp } from "../../server/app.ts";
import { createServices, type Services } from "../../server/services.ts";

/** The day that the tests take for today. */
export const TODAY = "2025-03-20";

/** The real application with the rules, templates and assets of this checkout; only the day is fixed. */
export const createSite = (given: Partial<Services> = {}): Express =>
  createApp(createServices({ logger: pino({ level: "silent" }), today: () => TODAY, ...given }));

/** A text with plain spaces for its non-breaking ones. */
export const plain = (text: string): string => text.replaceAll("\u00a0", " ");
