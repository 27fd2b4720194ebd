import { TeVeelVragen } from "@ketenhub/errors";
import { readProtocolversies } from "@ketenhub/protocol-file";
import { describe, expect, it } from "vitest";
import { partijOf, tellOfLimits } from "./tell-of-limits.ts";

const caller = { oin: "1".repeat(20) } as never;

describe("a limit that tells", () => {
  it("tells of which organisation it refused a request, and refuses it all the same", async () => {
    const told: string[] = [];
    const refuse = () => Promise.reject(new TeVeelVragen(3));
    const limit = tellOfLimits({ question: refuse, objects: refuse }, (oin) => told.push(oin));
    await expect(limit.question(caller)).rejects.toThrow(TeVeelVragen);
    await expect(limit.objects(caller, 1)).rejects.toThrow(TeVeelVragen);
    expect(told).toEqual(Array(2).fill("1".repeat(20)));
  });

  it("tells nothing of what it lets pass, nor of what failed by itself", async () => {
    const told: string[] = [];
    const broken = () => Promise.reject(new Error("kapot"));
    const limit = tellOfLimits({ question: async () => {}, objects: broken }, (oin) => told.push(oin));
    await limit.question(caller);
    await expect(limit.objects(caller, 1)).rejects.toThrow("kapot");
    expect(told).toEqual([]);
  });
});

describe("the partij of an OIN", () => {
  it("is the one of the protocol, and none for who is not in it", async () => {
    const protocollen = await readProtocolversies();
    const [partij] = protocollen.alle[0]?.document.partijen ?? [];
    expect(partijOf(protocollen, partij?.oin[0] ?? "")).toBe(partij?.id);
    expect(partijOf(protocollen, "9".repeat(20))).toBe("");
  });
});
