import type { LoggedEvent } from "../../store/change.ts";
import type { Draft } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** A change of a draft, by the log: the title and the text that came of it. */
export interface Save {
  seq: number;
  at: string;
  action: string;
  by: string;
  reason: string | null;
  title: string;
  text: string;
}

const MOST_SHOWN = 200;

const draftIn = ({ records }: LoggedEvent, id: string): Draft | null =>
  (records.find((record) => record.kind === "draft" && record.id === id)?.state as Draft | undefined) ?? null;

/** The draft as it was after an event; null where the event did not change it. */
export async function draftAfter(store: Store, draft: string, seq: number): Promise<Draft | null> {
  const event = await store.event(seq);
  return event ? draftIn(event, draft) : null;
}

const isAnother = (save: Save, before: Save | undefined): boolean =>
  save.text !== before?.text || save.title !== before.title;

/** The changes of a draft that changed its title or its text, the newest first. */
export async function savesOf(store: Store, draft: string): Promise<Save[]> {
  const heads = await store.findEvents({ record: draft, limit: MOST_SHOWN });
  const events = await Promise.all(heads.map(({ seq }) => store.event(seq)));
  const saves = events.flatMap((event): Save[] => {
    const state = event && draftIn(event, draft);
    if (!state) return [];
    const { seq, at, action, by, reason } = event;
    return [{ seq, at, action, by: by.name, reason, title: state.title, text: state.text }];
  });
  return saves.filter((save, at) => isAnother(save, saves[at + 1]));
}
