import type { GegevenVerwijzing } from "@ketenhub/annotations";
import { Geweigerd } from "@ketenhub/errors";
import { type Afnemer, type CompiledProtocol, decide } from "@ketenhub/protocol";

/** What can be said about a caller without knowing about whom the question is. */
export interface Audience {
  /** Names this audience: equal for callers whose static decisions are equal. */
  readonly naam: string;
  /** The refusal of the first of these that the caller can have about nobody; nothing when it depends on the person. */
  refusal(verwijzingen: readonly GegevenVerwijzing[]): Geweigerd | undefined;
}

/** The audience of a caller: its partij, rol and doel under one version of the protocol. */
export function audienceOf(
  protocol: CompiledProtocol,
  afnemer: Afnemer,
  doel: string,
  moment: Date,
): Audience {
  return {
    naam: [protocol.versie, afnemer.partij, afnemer.rol, doel].join("|"),
    refusal(verwijzingen) {
      for (const { actie, gegeven } of verwijzingen) {
        const beslissing = decide(protocol, { afnemer, doel, actie, gegeven, moment });
        if (beslissing.uitkomst !== "geweigerd") continue;
        return new Geweigerd({ reden: beslissing.reden, gegeven, doel, protocolversie: protocol.versie });
      }
      return undefined;
    },
  };
}
