/** An example gemeente, by its code in the Basisregistratie Personen: Assen, Aa en Hunze or Tynaarlo. */
export type Gemeentecode = "GM0106" | "GM1680" | "GM1730";
