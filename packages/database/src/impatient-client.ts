import pg from "pg";

/**
 * A connection that is given up when an answer does not come in time. The library itself tells who asked and keeps the connection,
 * so that whoever gets it next waits behind what never comes: after a failover, for as long as the operating system believes in it.
 */
export class ImpatientClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the library has a dozen ways to be called, and this one changes none of them.
  override query(...given: any[]): any {
    const asked = (super.query as (...given: unknown[]) => unknown).apply(this, given);
    if (asked instanceof Promise) asked.catch((error: unknown) => this.#giveUpAfter(error));
    return asked;
  }

  #giveUpAfter(error: unknown): void {
    if (!(error instanceof Error) || error.message !== "Query read timeout") return;
    const { connection } = this as unknown as { connection: { stream: { destroy(error: Error): void } } };
    connection.stream.destroy(new Error("Connection terminated unexpectedly"));
  }
}
