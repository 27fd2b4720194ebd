import { describe, expect, it } from "vitest";
import { readTokenArguments } from "./token-arguments.ts";

const read = (line: string) => readTokenArguments(line.split(" "));

describe("readTokenArguments", () => {
  it("reads what was typed", () => {
    const line =
      "--partij wpda --rol werkcoach --gemeente GM1680 --gemeente GM1730 --medewerker m-1 --doel regie --doel pip --minuten 5";
    expect(read(line)).toEqual({
      partij: "wpda",
      rol: "werkcoach",
      gemeente: ["GM1680", "GM1730"],
      medewerker: "m-1",
      doel: ["regie", "pip"],
      minuten: 5,
    });
  });

  it("asks for an hour, no gemeente and every doel unless told otherwise", () => {
    const args = read("--partij wpda --rol werkcoach");
    expect(args).toMatchObject({ gemeente: [], minuten: 60 });
    expect(args.doel).toBeUndefined();
  });

  it("writes a keten-id in one way", () => {
    const args = read("--nieuwkomer 3D594650-3436-4F5C-9D3C-1F2A8D0B7E11");
    expect(args.nieuwkomer).toBe("3d594650-3436-4f5c-9d3c-1f2a8d0b7e11");
  });

  it.each([
    ["--gemeente 1680", "--gemeente expects GM and four digits, like GM1680."],
    ["--nieuwkomer jan", "--nieuwkomer expects the id of a nieuwkomer, a UUID."],
    ["--minuten 0", "--minuten expects at least 1."],
    ["--minuten 1441", "--minuten expects at most 1440."],
    ["--minuten ten", "--minuten expects a whole number."],
    ["--rol werkcoach --rol klantmanager", "--rol may be given once."],
    [`--medewerker ${"m".repeat(101)}`, "--medewerker expects at most 100 characters."],
  ])("refuses %s", (line, message) => {
    expect(() => read(line)).toThrow(new Error(message));
  });

  it.each(["--partj wpda", "wpda", "--rol", "-p"])("names the options on %s", (line) => {
    expect(() => read(line)).toThrow(
      /^[^\n]+\. Options: --partij, --rol, --gemeente, --medewerker, --nieuwkomer, --doel, --minuten\.$/,
    );
  });
});
