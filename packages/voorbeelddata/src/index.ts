export { type BekendePersoon, bekendePersonen } from "./bekende-personen.ts";
export { type GrotePopulatieKeuze, maakGrotePopulatie } from "./grote-populatie.ts";
export type { Row, Tabellen, Voorbeeldbevolking } from "./tabellen/register.ts";
export { maakVoorbeeldbevolking } from "./voorbeeldbevolking.ts";
