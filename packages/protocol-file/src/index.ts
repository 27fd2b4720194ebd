export { protocolFile, readProtocolFile } from "./read-protocol-file.ts";
