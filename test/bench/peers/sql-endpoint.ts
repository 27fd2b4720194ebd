import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import pg from "pg";
import { caseload } from "./sql/caseload.ts";
import { dossier } from "./sql/dossier.ts";
import { meldVoortgang } from "./sql/meld-voortgang.ts";
import { register } from "./sql/register.ts";

/** One database with the tables of all partners. */
export interface OneDatabase {
  readonly databaseUrl: string;
  readonly connections: number;
}

// biome-ignore lint/suspicious/noExplicitAny: whoever asks is the bench.
type Variables = any;

const firstId = "00000000-0000-0000-0000-000000000000";

/** One statement for each question, and its parameters. */
const questions: Readonly<Record<string, readonly [string, (variables: Variables) => readonly unknown[]]>> = {
  "/caseload": [caseload, ({ gemeente, first, after }) => [gemeente, first, idOf(after)]],
  "/dossier": [dossier, ({ id }) => [id]],
  "/register": [register, ({ gemeente, first, after }) => [gemeente, first, idOf(after)]],
  "/meld-voortgang": [
    meldVoortgang,
    ({ input: { taakId, status, versie, idempotentieSleutel } }) => [
      taakId,
      status,
      versie,
      idempotentieSleutel,
    ],
  ],
};

/**
 * Answers the questions of the bench with one statement by hand each, which the database itself turns into JSON. No graph, no
 * partners, nobody who is refused anything: the floor.
 */
export async function start({ databaseUrl, connections }: OneDatabase): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
  const server = createServer((request, response) => {
    answer(pool, request).then(
      (data) => response.setHeader("content-type", "application/json").end(data),
      (error: unknown) => response.writeHead(500).end(JSON.stringify({ errors: [String(error)] })),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// Private: the cursor of the hub holds the id of the last one on the page before.
function idOf(after: string | null): string {
  return after === null ? firstId : JSON.parse(Buffer.from(after, "base64url").toString())[0];
}

async function answer(pool: pg.Pool, request: IncomingMessage): Promise<string> {
  const [sql, parameters] = questions[request.url ?? ""] ?? [];
  if (!sql || !parameters) throw new Error(`No question at ${request.url}.`);
  const values = [...parameters(JSON.parse(await text(request)))];
  const { rows } = await pool.query({ name: request.url ?? "", text: sql, values });
  return `{"data":${rows[0].data}}`;
}
