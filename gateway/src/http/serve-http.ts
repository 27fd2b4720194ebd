import { createHttp } from "@ketenhub/service";
import type { FastifyInstance } from "fastify";
import type { GatewayConfig } from "../config.ts";
import { allowOrigins } from "./allow-origins.ts";
import { refuseMalformed } from "./refuse-malformed.ts";
import { refuseOtherRequests } from "./refuse-other-requests.ts";
import { addSecurityHeaders } from "./security-headers.ts";

/** The HTTP server of the gateway, that takes nothing but questions, and of no page that was not named. */
export async function serveHttp(
  { logLevel, trustedProxies = [], origins = [] }: GatewayConfig,
  log: { readonly logStream?: { write(line: string): void } },
): Promise<FastifyInstance> {
  const http = createHttp({ naam: "gateway", logLevel, trustedProxies, ...log });
  refuseMalformed(http);
  addSecurityHeaders(http);
  await allowOrigins(http, origins);
  refuseOtherRequests(http);
  return http;
}
