import { type CompiledProtocol, decide, type Feiten, type Verzoek } from "@ketenhub/protocol";
import { regievoerder } from "./asker.ts";
import { type Spread, spreadOf } from "./load/spread.ts";

/** Nanoseconds that one decision takes. */
export interface DecideResult {
  /** Without knowing about whom: what a gateway and a list ask. */
  readonly static: Spread;
  /** About a person of whom is known what the gemeente knows. */
  readonly withFacts: Spread;
}

const samples = 15;
const callsPerSample = 100_000;

/** Decides about every gegeven of the protocol in turn, as one who may read most of them. */
export function measureDecide(protocol: CompiledProtocol): DecideResult {
  const { doel, ...afnemer } = regievoerder;
  const moment = new Date();
  const about = (persoon?: Feiten): readonly Verzoek[] =>
    [...protocol.gegevens].map((gegeven) => ({
      afnemer,
      doel,
      actie: "lezen",
      gegeven,
      moment,
      ...(persoon ? { persoon } : {}),
    }));
  return { static: measure(protocol, about()), withFacts: measure(protocol, about(nieuwkomer)) };
}

// Private.
const nieuwkomer: Feiten = {
  persoonId: "8b6d5f1e-0000-4000-8000-000000000001",
  keten: {
    ...({ heeftTaak: false } as object),
    gemeente: "GM1680",
    relaties: [{ doel: "regie", begindatum: "2020-01-01", medewerkerId: "regievoerder-1" }],
    toestemmingen: [],
  } as unknown as NonNullable<Feiten["keten"]>,
};

function measure(protocol: CompiledProtocol, verzoeken: readonly Verzoek[]): Spread {
  const times: number[] = [];
  let decided = 0;
  for (let sample = 0; sample <= samples; sample += 1) {
    const before = process.hrtime.bigint();
    for (let call = 0; call < callsPerSample; call += 1) {
      const verzoek = verzoeken[call % verzoeken.length];
      if (verzoek && decide(protocol, verzoek).uitkomst) decided += 1;
    }
    times.push(Number(process.hrtime.bigint() - before) / callsPerSample);
  }
  if (decided !== (samples + 1) * callsPerSample) throw new Error("Not everything was decided.");
  // The first sample is warming up.
  return spreadOf(times.slice(1));
}
