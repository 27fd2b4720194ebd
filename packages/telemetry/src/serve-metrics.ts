import { createServer } from "node:http";
import type { PrometheusExporter } from "@opentelemetry/exporter-prometheus";

/** How long whoever reads the metrics may take to ask, in milliseconds. */
const patience = 5_000;

/** Serves `/metrics` to Prometheus. It is about no person, and still for no stranger: the port is not that of the hub. */
export async function serveMetrics(
  { port, host }: { readonly port: number; readonly host: string },
  exporter: PrometheusExporter,
): Promise<{ stop(): Promise<void> }> {
  const server = createServer({ requestTimeout: patience, headersTimeout: patience }, (request, response) => {
    if (request.method === "GET" && request.url === "/metrics") {
      exporter.getMetricsRequestHandler(request, response);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`The metrics cannot be served on ${host}:${port} (${code}). Is METRICS_PORT free?`)),
    );
    server.listen(port, host, resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
