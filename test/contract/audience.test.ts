import { readAudienceSchemas } from "@ketenhub/gateway";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { buildASTSchema, print, validateSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { readAudienceArguments } from "../../schema/audience-arguments.ts";

const moment = new Date();
const protocollen = await readProtocolversies();
const protocol = protocollen.op(moment);
const schemaFor = await readAudienceSchemas(protocollen);
const read = (...args: readonly string[]) => readAudienceArguments(args, protocol);

describe("npm run schema", () => {
  it("says which partijen there are when it is told none, or one that takes no part", () => {
    expect(() => read()).toThrow(/^--partij: expected one of gemeente, wpda, .*, but got nothing\.$/);
    expect(() => read("--partij", "belastingdienst")).toThrow("but got belastingdienst.");
  });

  it("says which rollen a partij has, and which doelen were agreed for one", () => {
    expect(() => read("--partij", "roc", "--rol", "klantmanager")).toThrow(
      "--rol: expected one of trajectbegeleider, docent, but got klantmanager.",
    );
    expect(() => read("--partij", "roc", "--rol", "docent", "--doel", "regie")).toThrow(
      "--doel: expected one of voortgang, but got regie.",
    );
  });

  it("does not know another option", () => {
    expect(() => read("--gemeente", "GM1680")).toThrow("Unknown option '--gemeente'");
  });

  it.each([...protocol.afspraken])("writes a schema that can be used, for %s", (afspraak) => {
    const [partij = "", rol = "", doel = ""] = afspraak.split("|");
    const afnemer = { partij, rol, medewerkerId: "", gemeenten: [] };
    const document = schemaFor({ protocol, afnemer, doel, moment });
    expect(validateSchema(buildASTSchema(document))).toEqual([]);
    expect(print(document)).not.toMatch(/\btoegang:|@policy|@tag|join__/);
  });
});
