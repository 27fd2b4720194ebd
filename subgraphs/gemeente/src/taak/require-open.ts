import { Bedrijfsregel } from "@ketenhub/errors";
import { isOpen, type Taak } from "./taak.ts";

/** Throws when a task is over. It stays over: opening it again would open the person again, without the regievoerder. */
export function requireOpen(taak: Taak): void {
  if (isOpen(taak)) return;
  throw new Bedrijfsregel(
    `Deze taak is al ${taak.status === "GEREED" ? "gereed" : "ingetrokken"}`,
    "Wet inburgering 2021, artikel 17 lid 1: de regievoerder bewaakt wie wat doet",
    "een nieuwe taak, die de regievoerder toekent",
  );
}
