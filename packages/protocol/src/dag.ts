// Dutch law counts days in Dutch time, wherever the server stands.
const formatter = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The day (JJJJ-MM-DD) in the Netherlands at a moment. */
export function dagVan(moment: Date): string {
  return formatter.format(moment);
}
