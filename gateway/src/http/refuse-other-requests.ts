import { toLoggedError } from "@ketenhub/errors";
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { isJson } from "./content-type.ts";
import { type Problem, problems, sendProblem } from "./problem.ts";

/**
 * Refuses what is no question before its body is read: another form than JSON in UTF-8, so also everything that a page of another site
 * can make a browser send without asking first; what is packed, and may be a thousand times as large unpacked; a Host that is no host.
 */
export function refuseOtherRequests(http: FastifyInstance): void {
  http.removeContentTypeParser("text/plain");
  http.addHook("onRequest", async (request, reply) => {
    const problem = problemOf(request);
    return problem && sendProblem(reply, problem);
  });
  http.setNotFoundHandler(async ({ url }, reply) =>
    /^\/graphql(\?|$)/.test(url)
      ? sendProblem(reply.header("allow", "POST"), problems.onlyPost)
      : sendProblem(reply, problems.unknownAddress),
  );
  http.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = problemFor(error.statusCode ?? 500);
    if (problem.status >= 500) request.log.error({ error: toLoggedError(error) }, "refused");
    return sendProblem(reply, problem);
  });
}

// Private.
const hostForm = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

function problemOf({ method, headers, host }: FastifyRequest): Problem | undefined {
  if (host && !hostForm.test(host)) return problems.misshapen;
  if (method !== "POST") return undefined;
  const isPacked = (headers["content-encoding"] ?? "identity") !== "identity";
  return isPacked || !isJson(headers["content-type"]) ? problems.noJson : undefined;
}

function problemFor(status: number): Problem {
  if (status === 413) return problems.tooLarge;
  if (status === 415) return problems.noJson;
  return status >= 400 && status < 500 ? problems.misshapen : problems.ours;
}
