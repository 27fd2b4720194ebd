import type { Afnemer, CompiledProtocol, Protocolversies } from "@ketenhub/protocol";
import type { DocumentNode } from "graphql";
import { type AnnotatedSchema, readAnnotatedSchema } from "./annotated-schema.ts";
import { audienceOf } from "./audience.ts";
import { audienceSchema } from "./audience-schema.ts";
import { apiDocumentOf, readSupergraph } from "./supergraph.ts";

/** Who would ask, what for and when. */
export interface AudienceQuestion {
  readonly protocol: CompiledProtocol;
  readonly afnemer: Afnemer;
  readonly doel: string;
  readonly moment: Date;
}

/** Reads the composed schema; gives of it what a caller can ever see, as introspection would tell it. */
export async function readAudienceSchemas(
  protocollen: Protocolversies,
): Promise<(question: AudienceQuestion) => DocumentNode> {
  const supergraphSdl = await readSupergraph();
  const annotated = annotationsOf(supergraphSdl, protocollen);
  const api = apiDocumentOf(supergraphSdl);
  return ({ protocol, afnemer, doel, moment }) =>
    audienceSchema(api, annotated, audienceOf(protocol, afnemer, doel, moment));
}

/** The annotations of the composed schema, all of which the newest version of the protocol must know. */
export function annotationsOf(supergraphSdl: string, { alle }: Protocolversies): AnnotatedSchema {
  const newest = alle.at(-1);
  if (!newest) throw new Error("There is no version of the protocol to decide by.");
  return readAnnotatedSchema(supergraphSdl, newest.gegevens);
}
