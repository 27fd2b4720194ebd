/** The weights of the elfproef: the sum of weight times digit must be divisible by eleven. */
const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** All numbers 9999xxxxx that pass the elfproef: the range kept for tests, so nobody has one of them. */
const testnummers = Array.from({ length: 10_000 }, (_, i) => `9999${String(i).padStart(4, "0")}`).flatMap(
  (eerste8) => {
    const laatste = weightedSum(eerste8) % 11;
    return laatste < 10 ? [`${eerste8}${laatste}`] : [];
  },
);

/** The `nummer`th BSN of the test range; `null` once the range is used up. */
export function testBsn(nummer: number): string | null {
  return testnummers[nummer] ?? null;
}

/** Whether nine digits pass the elfproef of the burgerservicenummer. */
export function isElfproef(bsn: string): boolean {
  return /^\d{9}$/.test(bsn) && weightedSum(bsn) % 11 === 0;
}

// Private.
function weightedSum(digits: string): number {
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0);
}
