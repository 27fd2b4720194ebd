/** The leefgebieden, as the rows of a PIP name them. */
export const leefgebieden = ["FINANCIEN", "ZORG", "SAMENLEVING", "WERK", "ONTMOETEN"] as const;
