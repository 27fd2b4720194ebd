// Dutch law counts days in Dutch time, wherever the server stands.
const formatter = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const hour = 3_600_000;
const day = 24 * hour;

/** The hour of UTC that was asked last, and its day: the formatter is slow, and every decision asks. */
let last = { uur: -1, dag: "" };

/** The day (JJJJ-MM-DD) in the Netherlands at a moment. */
export function dagVan(moment: Date): string {
  const uur = Math.floor(moment.getTime() / hour);
  // Before 1970 not every day began at a whole hour of UTC; what is no moment at all has no hour, and throws.
  if (!(uur >= 0)) return formatter.format(moment);
  if (uur !== last.uur) last = { uur, dag: formatter.format(moment) };
  return last.dag;
}

/** The moment at which a day begins in the Netherlands: an hour before midnight of UTC in winter, two in summer. */
export function beginVan(dag: string): Date {
  const [zomer, winter] = [2, 1].map((hours) => new Date(Date.parse(dag) - hours * hour)) as [Date, Date];
  return dagVan(zomer) === dag ? zomer : winter;
}

/** The day so many days later, and never after the last day that can be written. What is no day stays what it was. */
export function plusDagen(dag: string, aantal: number): string {
  const later = Math.min(Date.parse(dag) + aantal * day, Date.parse("9999-12-31"));
  return Number.isNaN(later) ? dag : new Date(later).toISOString().slice(0, 10);
}
