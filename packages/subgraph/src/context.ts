import type { Caller } from "@ketenhub/identity";
import type { Actie, CompiledProtocol, Voorwaarde } from "@ketenhub/protocol";
import type { Inzage, ProtectedContext } from "@ketenhub/protocol-shield";
import type { Sleutel } from "@ketenhub/toegang";
import type { DataSource } from "typeorm";
import type { Toegangen } from "./toegangen.ts";

/** One request, before anything is decided: who asks, what for, when, under which version of the protocol. */
export interface Vraag {
  readonly caller: Caller;
  readonly protocol: CompiledProtocol;
  readonly dataSource: DataSource;
  /** One moment for the whole request. */
  readonly moment: Date;
  /** The day of that moment, in the Netherlands. */
  readonly dag: string;
  /** For whom the caller may read or write a gegeven, as alternatives of conditions; for lists, which say it in SQL. */
  scope(actie: Actie, gegeven: string): readonly (readonly Voorwaarde[])[];
  /** The names of the conditions that any decision in this request can weigh; facts for no other are needed. */
  readonly gewogen: ReadonlySet<string>;
  /** What the gemeente proved about persons in this request. */
  readonly toegangen: Toegangen;
  /** Keys with which this bronhouder signs what it knows, by the bronhouder it is for; empty for all but the gemeente. */
  readonly ondertekening: ReadonlyMap<string, Sleutel>;
}

/** What resolvers find in their context; made anew for every request. */
export interface SubgraphContext<Loaders> extends Vraag, ProtectedContext {
  readonly loaders: Loaders;
  readonly inzage: Inzage;
}
