export { protocolFile, readProtocolFile, readProtocolversies } from "./read-protocol-file.ts";
