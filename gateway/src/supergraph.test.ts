import { describe, expect, it } from "vitest";
import { readSupergraph, subgraphNamesOf, withoutPolicyMark } from "./supergraph.ts";

describe("the supergraph for the gateway", () => {
  it("loses the mark of the policy feature and nothing else", async () => {
    const sdl = await readSupergraph();
    const stripped = withoutPolicyMark(sdl);
    expect(sdl).toContain('policy/v0.1", for: SECURITY)');
    expect(stripped).toBe(sdl.replace('policy/v0.1", for: SECURITY)', 'policy/v0.1")'));
  });

  it("keeps the mark of any other security feature, so that the gateway still refuses one it does not know", () => {
    const other = '@link(url: "https://specs.apollo.dev/geheim/v0.1", for: SECURITY)';
    expect(withoutPolicyMark(other)).toBe(other);
  });

  it("is made of the four partners", async () => {
    expect([...subgraphNamesOf(await readSupergraph())].sort()).toEqual([
      "gemeente",
      "roc",
      "vluchtelingenwerk",
      "wpda",
    ]);
  });
});
