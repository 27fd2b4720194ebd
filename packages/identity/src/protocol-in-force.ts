import { ProtocolNietGeldig } from "@ketenhub/errors";
import { type CompiledProtocol, GeenGeldigProtocol, type Protocolversies } from "@ketenhub/protocol";

/**
 * The version of the protocol that answers a request of this moment; the whole request is refused (503) when there is none. A
 * request that was begun under another version, as its header `Protocolversie` says, is refused as well: one answer is never
 * decided by two versions, also not at midnight.
 */
export function protocolInForce(
  protocollen: Protocolversies,
  moment: Date,
  begonnenOnder?: string | readonly string[],
): CompiledProtocol {
  const protocol = opMoment(protocollen, moment);
  if (begonnenOnder !== undefined && begonnenOnder !== protocol.versie) {
    throw new ProtocolNietGeldig(new Error("The request was begun under another version of the protocol."));
  }
  return protocol;
}

// Private.
function opMoment(protocollen: Protocolversies, moment: Date): CompiledProtocol {
  try {
    return protocollen.op(moment);
  } catch (error) {
    throw error instanceof GeenGeldigProtocol ? new ProtocolNietGeldig(error) : error;
  }
}
