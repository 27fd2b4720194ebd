import { serverAudits } from "graphql-http";
import { describe, expect, inject, it } from "vitest";
import { bellers, tokenFor } from "../support/callers.ts";

const { regievoerder } = bellers;

/** Asks as an audit wants it, and says besides who asks and what for: the hub answers nobody else. */
const fetchFn = async (url: string, init: RequestInit = {}) =>
  fetch(url, {
    ...init,
    headers: {
      ...(init.headers as Readonly<Record<string, string>>),
      authorization: `Bearer ${await tokenFor(regievoerder)}`,
      doel: regievoerder.doel,
    },
  });

/** What the hub does otherwise on purpose, and why; an audit allows or recommends it, and demands none of it. */
const onPurpose: Readonly<Record<string, string>> = {
  "5A70": "GET is not answered: what is asked about people would stand in every log on the way",
  D6D5: "GET is not answered",
  "6A70": "GET is not answered",
  "572B": "what is no question is told with 400 to every client, also to one that accepts application/json",
  FDE2: "what is no question is told with 400 to every client",
  "7B9B": "what is no question is told with 400 to every client",
};

const audits = serverAudits({ url: () => inject("hub").url, fetchFn });

describe("the hub speaks GraphQL over HTTP", () => {
  it("in every way that the audits know", () => {
    expect(audits.length).toBeGreaterThan(50);
  });

  it.each(audits.map((audit) => ({ audit, id: audit.id, name: audit.name })))(
    "$id $name",
    async ({ audit }) => {
      const result = await audit.fn();
      const reason = "reason" in result ? result.reason : "";
      const expected = onPurpose[audit.id] ? ["warn", "notice"] : ["ok"];
      expect(expected, reason).toContain(result.status);
    },
  );
});
