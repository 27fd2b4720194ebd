import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from "graphql";

/** A way from the root to a type: the names of the fields. */
export type PathTo = readonly string[];

/** Every way from `Query` to a type, through at most so many objects that are no plumbing, and through each field once. */
export function pathsTo(schema: GraphQLSchema, target: string, depth: number): readonly PathTo[] {
  const found: PathTo[] = [];
  const walk = (type: GraphQLObjectType, path: PathTo, passed: readonly string[]) => {
    for (const field of Object.values(type.getFields())) {
      const returned = getNamedType(field.type);
      const coordinate = `${type.name}.${field.name}`;
      if (!isObjectType(returned) || passed.includes(coordinate)) continue;
      const next = [...path, field.name];
      const through = [...passed, coordinate];
      if (through.filter((one) => !/(?:Connection|Edge)\./.test(one)).length > depth) continue;
      if (returned.name === target) found.push(next);
      walk(returned, next, through);
    }
  };
  const query = schema.getQueryType();
  if (query) walk(query, [], []);
  return found;
}

/** The selection along a path, with what is asked at its end; root fields with these arguments. */
export function selectionAlong(path: PathTo, end: string, args: Readonly<Record<string, string>>): string {
  return path.reduceRight((inner, name, index) => {
    const given = index === 0 && args[name] ? `(${args[name]})` : "";
    return `${name}${given} { ${inner} }`;
  }, end);
}

/** What stands at the end of a path in an answer, through every list. */
export function valuesAlong(data: unknown, path: PathTo): readonly unknown[] {
  return path.reduce<readonly unknown[]>(
    (values, name) =>
      values.flatMap((value) => {
        const next = (value as Readonly<Record<string, unknown>> | null)?.[name];
        return Array.isArray(next) ? next : next === null || next === undefined ? [] : [next];
      }),
    [data],
  );
}
