import { describe, expect, it } from "vitest";
import { Kennis } from "./kennis.ts";

/** What is known of anybody, and who were asked for together. */
function kennisOf(laad = async (ids: readonly string[]) => ids.map((persoonId) => ({ persoonId }))) {
  const samen: (readonly string[])[] = [];
  const kennis = new Kennis((ids) => {
    samen.push([...ids]);
    return laad(ids);
  });
  return { kennis, samen };
}

describe("what a request learns of persons", () => {
  it("is asked for together, by whoever asks in the same tick, each person once", async () => {
    const { kennis, samen } = kennisOf();
    const later = (async () => {
      await undefined;
      await undefined;
      return kennis.van("cy");
    })();
    const asked = await Promise.all([kennis.van("an"), kennis.van("bo"), kennis.van("an"), later]);
    expect(asked.map(({ persoonId }) => persoonId)).toEqual(["an", "bo", "an", "cy"]);
    expect(samen).toEqual([["an", "bo", "cy"]]);
  });

  it("is asked for again only about who was not known yet", async () => {
    const { kennis, samen } = kennisOf();
    await kennis.van("an");
    await kennis.leerKennen(["an", "bo"]);
    expect(samen).toEqual([["an"], ["bo"]]);
    expect(kennis.leerKennen(["an", "bo"])).toBeUndefined();
    expect(kennis.leerKennen([])).toBeUndefined();
    expect(await kennis.van("an")).toBe(kennis.nu("an"));
  });

  it("is not there before it is loaded, nor about who was not asked for", async () => {
    const { kennis } = kennisOf();
    const loading = kennis.leerKennen(["an"]);
    expect(kennis.nu("an")).toBeUndefined();
    await loading;
    expect(kennis.nu("an")).toEqual({ persoonId: "an" });
    expect(kennis.nu("bo")).toBeUndefined();
  });

  it("stays unknown, and says why every time, when it could not be loaded", async () => {
    const { kennis, samen } = kennisOf(() => Promise.reject(new Error("down")));
    await kennis.leerKennen(["an"]);
    expect(kennis.nu("an")).toBeUndefined();
    await expect(kennis.van("an")).rejects.toThrow("down");
    await expect(kennis.van("an")).rejects.toThrow("down");
    await kennis.leerKennen(["an"]);
    expect(samen).toEqual([["an"]]);
  });

  it("is about nobody else than who was asked for, whatever is given back", async () => {
    const { kennis } = kennisOf(async () => [{ persoonId: "bo" }, { persoonId: "zy" }]);
    await expect(kennis.van("an")).rejects.toThrow("no facts were given");
    expect(kennis.nu("bo")).toBeUndefined();
    const { kennis: kennis2 } = kennisOf(async () => []);
    await expect(kennis2.van("an")).rejects.toThrow("no facts were given");
  });
});
