import { expect, it } from "vitest";
import { serveHttp } from "./serve-http.ts";

it("what broke here is logged by its kind and place, never in its own words", async () => {
  const lines: string[] = [];
  const http = await serveHttp({ logLevel: "error" } as never, {
    logStream: { write: (line) => lines.push(line) },
  });
  http.post("/graphql", async () => {
    throw Object.assign(new Error("Key (bsn)=(999990019)"), { code: "23505" });
  });
  const { statusCode, body } = await http.inject({ method: "POST", url: "/graphql", payload: {} });
  await http.close();
  expect([statusCode, JSON.parse(body).title]).toEqual([500, "Er ging bij ons iets mis"]);
  expect(JSON.parse(lines.join(""))).toMatchObject({
    msg: "refused",
    error: {
      name: "Error",
      code: "23505",
      frames: expect.arrayContaining([expect.stringContaining("serve-http.test.ts")]),
    },
  });
  expect(lines.join("")).not.toContain("999990019");
});
