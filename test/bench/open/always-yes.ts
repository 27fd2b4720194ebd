import type { Beslissing } from "@ketenhub/protocol";
import { Beslisser, Inzage } from "@ketenhub/protocol-shield";
import type { Vraag } from "@ketenhub/subgraph";

const yes: Beslissing = { uitkomst: "toegestaan", artikel: "geen", grondslag: [] };

/** Decides nothing: everything is allowed, and nothing has to be known or put down for it. */
export class AlwaysYes extends Beslisser {
  constructor({ protocol, caller, moment }: Vraag) {
    super({
      protocol,
      afnemer: caller.afnemer,
      doel: caller.doel,
      moment,
      feitenVan: async (persoonIds) => persoonIds.map((persoonId) => ({ persoonId })),
      inzage: new Inzage(),
    });
  }

  override statisch(): Beslissing {
    return yes;
  }

  override geaggregeerd(): Beslissing {
    return yes;
  }

  override async overPersoon(): Promise<Beslissing> {
    return yes;
  }

  override async verantwoord(): Promise<undefined> {
    return undefined;
  }

  override async mag(): Promise<boolean> {
    return true;
  }
}
