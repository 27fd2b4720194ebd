import { describe, expect, it } from "vitest";
import { among, codes, listedOf, nameOf, redenen } from "./listed.ts";

describe("what may be told", () => {
  it("is what is on the list, under its name and with a value that is possible", () => {
    const told = {
      "http.request.method": "POST",
      "http.response.status_code": 200,
      "graphql.operation.type": "query",
      "ketenhub.partij": "sociaal-team",
      "ketenhub.doel": "maatschappelijke-begeleiding",
      "ketenhub.subgraph": "gemeente",
      "ketenhub.uitkomst": "timed-out",
      "ketenhub.foutcode": ["BAD_USER_INPUT", "GRAPHQL_PARSE_FAILED"],
      "db.system.name": "postgresql",
      "db.operation.name": "SELECT",
      "db.collection.name": "pvt_bijeenkomst",
    };
    expect(listedOf(told)).toEqual(told);
  });

  it.each<[string, unknown]>([
    ["graphql.operation.name", "Caseload"],
    ["graphql.document", "{ x }"],
    ["db.query.text", "SELECT 1"],
    ["enduser.id", "coach"],
    ["url.full", "/graphql?bsn=1"],
    ["exception.message", "Key (bsn)=(1) already exists"],
    ["toString", "x"],
    ["ketenhub.partij", "999990019"],
    ["ketenhub.partij", "Fatima Voorbeeld"],
    ["ketenhub.doel", "0b8ab1e5-4f0a-4b8e-9d0c-6c5f9a1d2e3f"],
    ["ketenhub.subgraph", ["gemeente"]],
    ["ketenhub.foutcode", ["BAD_USER_INPUT", "999990019"]],
    ["ketenhub.uitkomst", "wrong bsn"],
    ["http.request.method", "FATIMA"],
    ["http.response.status_code", 999990019],
    ["graphql.operation.type", "fatima"],
    ["db.operation.name", "fatima"],
    ["db.collection.name", "nieuwkomer where bsn = 1"],
  ])("is no other name and no other value: %s %s", (name, value) => {
    expect(listedOf({ [name]: value })).toEqual({});
  });

  it("is in the labels of metrics another word for what is on no list", () => {
    expect(among(codes, "BAD_USER_INPUT")).toBe("BAD_USER_INPUT");
    expect([among(codes, "999990019"), among(redenen, ""), nameOf("Fatima"), nameOf(undefined)]).toEqual(
      Array(4).fill("other"),
    );
  });
});
