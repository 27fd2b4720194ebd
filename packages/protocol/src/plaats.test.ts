import { describe, expect, it } from "vitest";
import { type Pad, plaatsIn } from "./plaats.ts";

const text = `versie: 1.0.0
artikelen:
  - id: "1"
    lezen:
      - contact
      - bsn
    1: een getal
  - { id, lezen }
leeg:
`;
const regel = (...pad: Pad) => plaatsIn(text, "proef.yaml", pad);

describe("where something stands", () => {
  it("is the file and the line of it, however deep", () => {
    expect(regel("versie")).toBe("proef.yaml:1");
    expect(regel("artikelen", 0, "id")).toBe("proef.yaml:3");
    expect(regel("artikelen", 0, "lezen", 1)).toBe("proef.yaml:6");
    expect(regel("artikelen", 0, 1)).toBe("proef.yaml:7");
    expect(regel("artikelen", 1, "lezen")).toBe("proef.yaml:8");
    expect(regel("leeg")).toBe("proef.yaml:9");
  });

  it("is, of what is missing, the line of what should hold it", () => {
    expect(regel()).toBe("proef.yaml:1");
    expect(regel("geldigVanaf")).toBe("proef.yaml:1");
    expect(regel("artikelen", 0, "schrijven")).toBe("proef.yaml:3");
    expect(regel("artikelen", 0, "lezen", 2)).toBe("proef.yaml:5");
    expect(regel("artikelen", "lezen")).toBe("proef.yaml:3");
    expect(regel("artikelen", 9, "lezen", 1)).toBe("proef.yaml:3");
  });

  it("is the first line of a text in which nothing stands", () => {
    expect(plaatsIn("", "proef.yaml", ["versie"])).toBe("proef.yaml:1");
    expect(plaatsIn("# niets\n", "proef.yaml", [])).toBe("proef.yaml:1");
  });
});
