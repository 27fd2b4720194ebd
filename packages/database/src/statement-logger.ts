import type { Logger } from "typeorm";

/** Tells every statement, without its values, to whoever counts them. */
export class StatementLogger implements Logger {
  readonly #onStatement: (sql: string) => void;

  constructor(onStatement: (sql: string) => void) {
    this.#onStatement = onStatement;
  }

  logQuery(sql: string): void {
    this.#onStatement(sql);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
