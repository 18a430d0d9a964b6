import type { Services } from "../../server/services.ts";
import { consultant, settle } from "./chamber-site.ts";
import { consultants, recordSeminars } from "./year-site.ts";

/** A chamber with a hundred consultants, some of whom have decisions: enough to look at each page. */
export async function settleChamber(services: Services): Promise<void> {
  const hostile = consultant("c-00009", { name: `<b>${"Ғ".repeat(120)}</b>` });
  await settle(services.store, [...consultants(100), hostile]);
  await recordSeminars(services, "c-00001", "Айгерім Сәрсенова", 5);
  await recordSeminars(services, "c-00002", "Болат Ахметов", 4);
  for (let at = 0; at < 30; at++) {
    const number = String(at).padStart(4, "0");
    await recordSeminars(services, `c-2${number}`, `Консультант ${number}`, at % 6);
  }
}
