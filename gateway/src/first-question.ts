/** What a developer's explorer opens with. */
export const firstQuestion = `# Ketenhub: put your token and doel under Headers.
#   npm run -s token -- --partij gemeente --rol regievoerder --gemeente GM1680
query Caseload {
  nieuwkomers(first: 10) {
    totalCount
    edges {
      node {
        naam {
          voornamen
          geslachtsnaam
        }
        pip {
          leerroute {
            leerrouteType
          }
        }
      }
    }
  }
}
`;

/** The headers that every question needs. */
export const firstHeaders = { Authorization: "Bearer …", Doel: "regie" } as const;
