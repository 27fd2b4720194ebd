import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  parse,
  type ValidationContext,
  type ValidationRule,
  visit,
} from "graphql";

/**
 * The names that the gateway itself uses in an answer under way: keys of entities, what one subgraph requires of another, and
 * what clients cannot see. Read from the supergraph, so that a new key is reserved the day it exists.
 */
export function reservedKeysOf(supergraphSdl: string): ReadonlySet<string> {
  const reserved = new Set(["__typename", "_entities"]);
  visit(parse(supergraphSdl, { noLocation: true }), {
    Directive(node) {
      if (!node.name.value.startsWith("join__")) return;
      for (const { name, value } of node.arguments ?? []) {
        if (!["key", "requires"].includes(name.value) || value.kind !== Kind.STRING) continue;
        for (const field of value.value.match(/[_A-Za-z]\w*/g) ?? []) reserved.add(field);
      }
    },
    FieldDefinition(node) {
      if (node.directives?.some(({ name }) => name.value === "inaccessible")) reserved.add(node.name.value);
    },
  });
  return reserved;
}

/**
 * Refuses an alias that is one of the reserved names. @apollo/gateway finds what it sends to the next subgraph by the name it has
 * in the answer: with `toegang: bsn` it would hand the BSN to a partner, as if it were the proof.
 */
export function noReservedKeys(reserved: ReadonlySet<string>): ValidationRule {
  return (context: ValidationContext): ASTVisitor => ({
    Field(node) {
      if (!node.alias || node.alias.value === node.name.value || !reserved.has(node.alias.value)) return;
      context.reportError(
        new GraphQLError(`De naam ${node.alias.value} is voorbehouden: kies een andere alias.`, {
          nodes: node.alias,
        }),
      );
    },
  });
}
