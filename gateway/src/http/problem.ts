import type { FastifyReply } from "fastify";

/** Why a request was refused before it was a question: RFC 9457. Nothing that was sent is repeated. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** Answers with a problem, in the words of a partner. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}

/** The problems that somebody can meet who speaks HTTP in another way than the hub. */
export const problems = {
  unknownAddress: {
    status: 404,
    title: "Dit adres is er niet",
    detail: "Stel vragen met POST op /graphql.",
  },
  onlyPost: {
    status: 405,
    title: "Stel vragen met POST",
    detail: "Een vraag hoort in de body, niet in het adres.",
  },
  tooLarge: {
    status: 413,
    title: "Het verzoek is te groot",
    detail: "Een verzoek is ten hoogste 1 MiB.",
  },
  noJson: {
    status: 415,
    title: "Stuur JSON",
    detail: "De body is JSON in UTF-8, niet ingepakt: Content-Type: application/json.",
  },
  misshapen: {
    status: 400,
    title: "Het verzoek klopt niet",
    detail: "De body is een JSON-object met een query, en Host noemt alleen een naam en een poort.",
  },
  ours: {
    status: 500,
    title: "Er ging bij ons iets mis",
    detail: "Noem de waarde van de header x-request-id als u het meldt.",
  },
} as const satisfies Record<string, Problem>;
