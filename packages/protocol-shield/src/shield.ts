import { createRequire } from "node:module";

/**
 * graphql-shield and graphql-middleware, both through their CommonJS entries. Their ES module entry imports
 * `util.isUndefined`, which Node 23 removed; and loading one as CommonJS and the other as an ES module gives two copies of
 * graphql-middleware, one of which does not know the other's rules. This file is the only place that knows.
 */
const require = createRequire(import.meta.url);
const graphqlShield: typeof import("graphql-shield") = require("graphql-shield");
const graphqlMiddleware: typeof import("graphql-middleware") = require("graphql-middleware");

export const { allow, deny, rule, shield } = graphqlShield;
export const { applyMiddleware } = graphqlMiddleware;
