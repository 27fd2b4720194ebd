import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { BronhouderOnbereikbaar } from "@ketenhub/errors";
import { noTelemetry, type Telemetry } from "@ketenhub/telemetry";
import type { GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "../caller-context.ts";
import { Circuit, type OnCircuit } from "./circuit.ts";
import { followFetch } from "./follow-fetch.ts";
import { NotItsFault } from "./not-its-fault.ts";
import { onlyAsked } from "./only-asked.ts";
import { representationsFor } from "./representations.ts";
import { requestedPaths } from "./requested-paths.ts";
import { SubgraphConnection, type SubgraphQuestion, type SubgraphReply } from "./subgraph-connection.ts";

/** How a subgraph is spoken to. */
export interface SubgraphClientOptions {
  readonly naam: string;
  readonly url: URL;
  /** How long it may take to answer one question, in milliseconds. */
  readonly deadline: number;
  /** Told when it is left alone for a while, and when it is asked again. */
  readonly onCircuit?: OnCircuit;
  /** Told of each question; nobody unless told otherwise. */
  readonly telemetry?: Telemetry;
}

/** How long a subgraph that failed may take to show that it is back, in milliseconds: somebody waits for it. */
const trialDeadline = 2_000;

/**
 * Speaks with one subgraph. Passes on the caller's own token and doel, and nothing else that the caller sent: the gateway adds no
 * trust of its own. When the subgraph fails, the rest of the answer stands and every field it should have given says so.
 */
export class SubgraphClient implements GraphQLDataSource<GatewayContext> {
  readonly #naam: string;
  readonly #deadline: number;
  readonly #connection: SubgraphConnection;
  readonly #circuit: Circuit;
  readonly #telemetry: Telemetry;

  constructor({
    naam,
    url,
    deadline,
    onCircuit = () => undefined,
    telemetry = noTelemetry,
  }: SubgraphClientOptions) {
    this.#naam = naam;
    this.#telemetry = telemetry;
    this.#deadline = deadline;
    this.#connection = new SubgraphConnection(naam, url, deadline);
    this.#circuit = new Circuit(onCircuit);
  }

  /** Whether the subgraph says that it can serve. */
  isReady(): Promise<boolean> {
    return this.#connection.isReady();
  }

  /** Lets open requests finish and closes the connections. */
  close(): Promise<void> {
    return this.#connection.close();
  }

  // The gateway wants mutable node-fetch types for what is plain JSON; hence the casts on the way out.
  async process({ request, context }: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<never> {
    const { query = "", operationName, variables } = request;
    const representations: unknown = variables?.["representations"];
    const everywhere = (error: GraphQLFormattedError) => failedAnswer(query, representations, error);
    try {
      const travelling = Array.isArray(representations)
        ? { ...variables, representations: representationsFor(this.#naam, representations) }
        : variables;
      const question = { query, variables: travelling, operationName };
      const reply = await this.#ask(question, context as GatewayContext);
      return ("refusal" in reply ? everywhere(reply.refusal) : answerOf(query, reply)) as never;
    } catch (cause) {
      const { message, extensions } = new BronhouderOnbereikbaar(this.#naam, cause);
      return everywhere({ message, extensions }) as never;
    }
  }

  #ask(question: SubgraphQuestion, { forward, answerBefore }: GatewayContext): Promise<SubgraphReply> {
    return followFetch(this.#telemetry, this.#naam, forward, (headers) =>
      this.#circuit.ask(isMutation(question), async (isTrusted) => {
        const deadline = isTrusted ? this.#deadline : Math.min(this.#deadline, trialDeadline);
        const timeLeft = Math.min(deadline, answerBefore - performance.now());
        try {
          return await this.#connection.ask(question, headers, timeLeft);
        } catch (cause) {
          if (isTrusted && timeLeft < deadline && performance.now() >= answerBefore)
            throw new NotItsFault("The time for the whole request ran out.", { cause });
          throw cause;
        }
      }),
    );
  }
}

// Private: the gateway's planner writes the text, and writes the kind of operation first.
function isMutation({ query }: SubgraphQuestion): boolean {
  return query.startsWith("mutation");
}

/**
 * Every place that it should have filled says what went wrong. The toegang is told to be nothing: the library does not ask a
 * bronhouder about somebody of whom it is missing, and what that bronhouder had to say would be missing without a word.
 */
function failedAnswer(query: string, representations: unknown, error: GraphQLFormattedError) {
  const paths = requestedPaths(query, representations);
  const withToegang = paths.some((path) => path.at(-1) === "toegang") && Array.isArray(representations);
  return {
    data: withToegang ? { _entities: representations.map(() => ({ toegang: null })) } : null,
    errors: paths.filter((path) => path.at(-1) !== "toegang").map((path) => ({ ...error, path })),
  };
}

/** Extensions of a subgraph are its own affair and are not passed on. */
function answerOf(query: string, { data, errors }: Exclude<SubgraphReply, { refusal: unknown }>) {
  return {
    ...(data === undefined ? {} : { data: onlyAsked(query, data) }),
    ...(errors ? { errors } : {}),
  };
}
