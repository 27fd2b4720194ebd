/**
 * The first of a row of ports for a hub of a test. Below those that the system itself hands out to whoever opens a connection: one
 * of these could be taken by a passing request at the moment that the hub wants it.
 */
export function freePorts(): number {
  return 10_000 + Math.floor(Math.random() * 220) * 100;
}
