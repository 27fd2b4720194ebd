/** What `npm start` prints when the hub serves: where it is, how to get a token, and a query that gives an answer at once. */
export function welcome(url: string, development: boolean, directory: string): string {
  // The keys of the development issuer are in the directory of this hub.
  const where = directory === ".ketenhub" ? "" : `KETENHUB_DIR=${directory} `;
  const token = development
    ? `TOKEN=$(${where}npm run -s token -- --partij gemeente --rol regievoerder --gemeente GM1680)`
    : `TOKEN=…   # from your identity provider (OIDC_ISSUER)`;
  return `
Ketenhub serves at ${url}
  Sandbox    ${url}             (open it in a browser; needs the internet)
  GraphiQL   ${url.replace(/graphql$/, "graphiql")}            (works offline)

${development ? "  NOT FOR REAL DATA: tokens come from the development issuer, which gives anybody any token.\n" : ""}  Not for production: the signatures under the protocol are not checked.

Get a token, and ask something:

  ${token}
  curl -s ${url} -H "Authorization: Bearer $TOKEN" -H "Doel: regie" -H "Content-Type: application/json" \\
    -d '{"query":"{ nieuwkomers(first: 3) { totalCount edges { node { naam { geslachtsnaam } pip { leerroute { leerrouteType } } } } } }"}'

Stop with Ctrl-C. What was written is kept.
`;
}
