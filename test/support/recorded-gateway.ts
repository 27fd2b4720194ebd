import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inject } from "vitest";
import { startGatewayBefore } from "./start-gateway-before.ts";

/** What went from the gateway to a subgraph. */
interface RecordedRequest {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A gateway of its own before the subgraphs of the e2e hub, of which everything that it asks them is kept. */
export interface RecordedGateway {
  readonly url: string;
  readonly requests: RecordedRequest[];
  stop(): Promise<void>;
}

/** Starts a gateway whose questions to the subgraphs can be read. */
export async function startRecordedGateway(): Promise<RecordedGateway> {
  const { subgraphs, directory } = inject("hub");
  const requests: RecordedRequest[] = [];
  const proxies = await Promise.all(
    Object.entries(subgraphs).map(
      async ([naam, url]) => [naam, await startProxy(naam, url, requests)] as const,
    ),
  );
  const urls = Object.fromEntries(proxies.map(([naam, { url }]) => [naam, url]));
  const gateway = await startGatewayBefore(urls, directory);
  return {
    url: gateway.url,
    requests,
    async stop() {
      await gateway.stop();
      for (const [, { server }] of proxies) server.close();
    },
  };
}

// Private: passes everything on, and keeps a copy of the question.
async function startProxy(
  subgraph: string,
  url: string,
  requests: RecordedRequest[],
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString("utf8");
    const { query, variables = {} } = JSON.parse(body);
    requests.push({ subgraph, query, variables });
    const { authorization = "", doel = "" } = request.headers;
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization, doel: String(doel) },
      body,
    });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, server };
}
