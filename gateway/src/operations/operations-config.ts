/** Where registered operations are, and what they are for. */
export interface OperationsConfig {
  /** A folder with a manifest for each partij: `<partij>.json`. */
  readonly directory: string;
  /** `safelist` answers only what the caller's own partij registered; `open` answers anything. */
  readonly mode: "open" | "safelist";
}
