import { describe, expect, it } from "vitest";
import { readTokenArguments } from "./token-arguments.ts";
import { tokenRequest } from "./token-request.ts";

const nieuwkomer = "3d594650-3436-4f5c-9d3c-1f2a8d0b7e11";
const protocol = {
  partijen: [
    {
      id: "gemeente",
      oin: ["00000001001234560106", "00000001001234561680", "00000001001234561730"],
      rollen: [{ id: "regievoerder" }, { id: "regievoerder-bijzonder" }, { id: "beleidsmedewerker" }],
    },
    { id: "wpda", oin: ["00000001800000000000"], rollen: [{ id: "klantmanager" }, { id: "werkcoach" }] },
    { id: "nieuwkomer", oin: ["00000001800000000009"], rollen: [{ id: "nieuwkomer" }] },
    { id: "attenta", oin: [], rollen: [{ id: "medewerker" }] },
  ],
  doelen: [{ id: "regie" }, { id: "reintegratie" }],
};

const request = (line: string) => tokenRequest(readTokenArguments(line.split(" ")), protocol);

describe("tokenRequest", () => {
  it("finds the OIN of the partij and makes up a medewerker", () => {
    expect(request("--partij wpda --rol werkcoach")).toEqual({
      oin: "00000001800000000000",
      rol: "werkcoach",
      sub: "wpda-werkcoach-1",
      gemeenten: [],
      lifetimeSeconds: 3600,
    });
  });

  it("passes on the medewerker, the gemeenten, the doelen and the minutes", () => {
    const line =
      "--partij wpda --rol werkcoach --medewerker m-7 --gemeente GM1680 --doel reintegratie --minuten 5";
    expect(request(line)).toMatchObject({
      sub: "m-7",
      gemeenten: ["GM1680"],
      doelen: ["reintegratie"],
      lifetimeSeconds: 300,
    });
  });

  it.each([
    ["--gemeente GM1730", "00000001001234561730"],
    ["--gemeente GM1680 --gemeente GM0106", "00000001001234561680"],
    ["--gemeente GM0363", "00000001001234560106"],
  ])("acts for the gemeente itself on %s", (line, oin) => {
    expect(request(`--partij gemeente --rol regievoerder ${line}`).oin).toBe(oin);
  });

  it("acts for the first gemeente when none is named and none is needed", () => {
    expect(request("--partij gemeente --rol beleidsmedewerker").oin).toBe("00000001001234560106");
  });

  it("lets a nieuwkomer be the bearer", () => {
    expect(request(`--partij nieuwkomer --rol nieuwkomer --nieuwkomer ${nieuwkomer}`)).toMatchObject({
      sub: nieuwkomer,
      nieuwkomerId: nieuwkomer,
    });
  });

  it.each([
    [
      "--partij wdpa --rol x",
      '--partij "wdpa" is unknown. Choose from: gemeente, wpda, nieuwkomer, attenta.',
    ],
    ["--rol werkcoach", "--partij is required. Choose from: gemeente, wpda, nieuwkomer, attenta."],
    ["--partij wpda", "--rol for wpda is required. Choose from: klantmanager, werkcoach."],
    [
      "--partij wpda --rol docent",
      '--rol for wpda "docent" is unknown. Choose from: klantmanager, werkcoach.',
    ],
    [
      "--partij wpda --rol werkcoach --doel regie --doel x",
      '--doel "x" is unknown. Choose from: regie, reintegratie.',
    ],
    [
      "--partij gemeente --rol regievoerder-bijzonder",
      "A regievoerder-bijzonder works for a gemeente: give at least one --gemeente, like --gemeente GM1680.",
    ],
    [
      "--partij nieuwkomer --rol nieuwkomer",
      "A nieuwkomer reads the own dossier: give --nieuwkomer with its id.",
    ],
    [
      "--partij attenta --rol medewerker",
      '--partij "attenta" has no OIN in the protocol, so nobody can act for it.',
    ],
  ])("refuses %s", (line, message) => {
    expect(() => request(line)).toThrow(new Error(message));
  });
});
