import type { Express } from "express";
import { pino } from "pino";
import { createApp } from "../../server/app.ts";
import { createServices, type Services } from "../../server/services.ts";
import { openTemporaryStore } from "./temporary-store.ts";

/** The day that the tests take for today. */
export const TODAY = "2025-03-20";

/** What the real application is made of: this checkout's rules, templates and assets, and an empty embedded store. */
export const createTestServices = async (given: Partial<Services> = {}): Promise<Services> =>
  createServices({
    store: given.store ?? (await openTemporaryStore(given.now)).store,
    logger: pino({ level: "silent" }),
    today: () => TODAY,
    ...given,
  });

/** The real application; only the day is fixed. */
export const createSite = async (given: Partial<Services> = {}): Promise<Express> =>
  createApp(await createTestServices(given));

/** A text with plain spaces for its non-breaking ones. */
export const plain = (text: string): string => text.replaceAll("\u00a0", " ");
