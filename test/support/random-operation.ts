import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Trekking, Vraagstuk } from "./orakel/willekeurig.ts";

/** Texts that somebody may put where a text is expected. */
const texts = [
  "",
  "x",
  "GM1680",
  "2026-01-01",
  "\u0000",
  "__proto__",
  "' OR 1=1 --",
  "%",
  "\ud83d\ude00",
  "999990019",
  "-1",
];
/** Values of a form that nobody expects there. */
const odd: readonly unknown[] = [
  null,
  -1,
  0,
  1e308,
  2 ** 53,
  true,
  [],
  {},
  [[[]]],
  { __proto__: null, a: { b: 1 } },
  "NaN",
];

/** A question or order that nobody would ask of this schema: any field, any argument, often with values that are wrong. */
export function randomOperation(schema: GraphQLSchema, draw: Trekking, known: readonly string[]): Vraagstuk {
  return new Writer(draw, known).write(schema);
}

class Writer {
  readonly #draw: Trekking;
  readonly #known: readonly string[];
  readonly #variables: Record<string, unknown> = {};
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];
  #names = 0;

  constructor(draw: Trekking, known: readonly string[]) {
    this.#draw = draw;
    this.#known = known;
  }

  write(schema: GraphQLSchema): Vraagstuk {
    const isMutation = this.#chance(6);
    const root = isMutation ? schema.getMutationType() : schema.getQueryType();
    if (!root) throw new Error("Nothing to ask.");
    const selection = this.#selection(root, 2 + this.#draw(4));
    const head = this.#declared.length > 0 ? `(${this.#declared.join(", ")})` : "";
    const text = `${isMutation ? "mutation" : "query"} Proef${head} ${selection}\n${this.#fragments.join("\n")}`;
    return { text: this.#chance(15) ? this.#damaged(text) : text, variables: this.#variables };
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields()).filter(
      (field) => depth > 0 || !isObjectType(getNamedType(field.type)),
    );
    const parts = Array.from({ length: 1 + this.#draw(4) }, () => this.#part(type, fields, depth));
    return `{ ${parts.join(" ")} }`;
  }

  #part(type: GraphQLObjectType, fields: readonly { readonly name: string }[], depth: number): string {
    const field = type.getFields()[this.#of(fields)?.name ?? ""];
    if (!field || this.#chance(12)) return this.#chance(4) ? "__typename" : `x${this.#next()}: __typename`;
    const of = getNamedType(field.type);
    const within = isObjectType(of) ? ` ${this.#within(of, depth - 1)}` : "";
    const condition = this.#chance(8)
      ? ` @${this.#of(["skip", "include"])}(if: ${this.#of(["true", "false"])})`
      : "";
    return `x${this.#next()}: ${field.name}${this.#arguments(field.args)}${condition}${within}`;
  }

  #within(type: GraphQLObjectType, depth: number): string {
    const selection = this.#selection(type, depth);
    const way = this.#draw(8);
    if (way === 0) return `{ ... on ${type.name} ${selection} }`;
    if (way > 1) return selection;
    const name = `F${this.#next()}`;
    this.#fragments.push(`fragment ${name} on ${type.name} ${selection}`);
    return `{ ...${name} }`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter(({ type }) => isNonNullType(type) || this.#chance(3));
    const written = given.map(({ name, type }) => {
      const variable = `v${this.#next()}`;
      this.#declared.push(`$${variable}: ${type}`);
      this.#variables[variable] = this.#value(type, 4);
      return `${name}: $${variable}`;
    });
    return written.length > 0 ? `(${written.join(", ")})` : "";
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    if (this.#chance(12) || depth === 0) return this.#of(odd);
    const of = getNullableType(type);
    if (isListType(of)) return Array.from({ length: this.#draw(3) }, () => this.#value(of.ofType, depth - 1));
    if (isEnumType(of)) return this.#of(of.getValues())?.name;
    if (isInputObjectType(of)) {
      const fields = Object.values(of.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#chance(2),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, depth - 1)]));
    }
    if (getNamedType(of).name === "Int") return this.#of([1, 3, 500, 0, -5, 501]);
    if (getNamedType(of).name === "Boolean") return this.#chance(2);
    return this.#chance(2) ? this.#of(this.#known) : this.#of(texts);
  }

  /** As a network or a beginner would leave it. */
  #damaged(text: string): string {
    const at = this.#draw(text.length);
    return (
      this.#of([
        text.slice(0, at),
        text.slice(at),
        `${text.slice(0, at)}${this.#of(texts)}${text.slice(at)}`,
      ]) ?? ""
    );
  }

  #of<T>(choices: readonly T[]): T | undefined {
    return choices[this.#draw(Math.max(1, choices.length))];
  }

  #chance(one: number): boolean {
    return this.#draw(one) === 0;
  }

  #next(): number {
    this.#names += 1;
    return this.#names;
  }
}
