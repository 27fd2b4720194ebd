import { Geweigerd } from "@ketenhub/errors";
import { describe, expect, it } from "vitest";
import { requireGemeente, requirePeildatum, zietKleineAantallen } from "./cijfers.ts";
import type { SubgraphContext } from "./context.ts";

const contextFor = (uitkomst: string) =>
  ({
    dag: "2026-07-01",
    caller: { afnemer: { gemeenten: ["GM1680"] } },
    beslisser: {
      geaggregeerd: () => ({ uitkomst }),
      weigering: ({ gegeven }: { gegeven: string }, { reden }: { reden: string }) =>
        new Geweigerd({ gegeven, reden, doel: "verantwoording", protocolversie: "1.0.0" }),
    },
  }) as unknown as SubgraphContext<unknown>;
const masked = contextFor("geweigerd");
const unmasked = contextFor("toegestaan");

describe("figures", () => {
  it("are shown unmasked only after a yes: depends is no", () => {
    expect(zietKleineAantallen(unmasked)).toBe(true);
    expect(zietKleineAantallen(masked)).toBe(false);
    expect(zietKleineAantallen(contextFor("afhankelijk"))).toBe(false);
  });

  it("are about a gemeente for which the caller works", () => {
    expect(() => requireGemeente(unmasked, "GM1680")).not.toThrow();
    for (const gemeente of ["GM0106", "gm1680", ""]) {
      expect(() => requireGemeente(unmasked, gemeente)).toThrow(Geweigerd);
    }
  });

  it.each(["2016-01-01", "2026-01-01", "2026-07-01"])("may be asked of %s by everybody", (day) => {
    expect(() => requirePeildatum(masked, day)).not.toThrow();
  });

  it.each(["2026-01-02", "2026-06-30", "2026-07-02", "2026-12-31", "2026-10-01", "2026-11-01", "2027-01-01"])(
    "may be asked of %s only by who sees the people themselves",
    (day) => {
      expect(() => requirePeildatum(unmasked, day)).not.toThrow();
      expect(() => requirePeildatum(masked, day)).toThrow(
        `peildatum: verwacht 1 januari of 1 juli, en niet in de toekomst, omdat u geaggregeerde cijfers krijgt, maar kreeg "${day}".`,
      );
    },
  );
});
