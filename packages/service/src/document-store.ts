import { InMemoryLRUCache } from "@apollo/utils.keyvaluecache";
import type { DocumentNode } from "graphql";

/** How much memory the texts that were asked may take together, in bytes. */
const mostBytes = 64 * 1_048_576;

/** What a document takes in memory for each byte that it would be as JSON, measured: every node knows the words that it is made of. */
const bytesPerJson = 4;

/**
 * Where a server keeps the texts that it parsed and found valid, for who asks the same again; who asked it longest ago gives way. A
 * text is weighed with everything that stands in it: the library counts no comments, so that a megabyte of them weighs nothing and a
 * thousand of those are a gigabyte.
 */
export function createDocumentStore(maxSize = mostBytes): InMemoryLRUCache<DocumentNode> {
  return new InMemoryLRUCache<DocumentNode>({
    maxSize,
    // What would push out half of all others is not kept.
    maxEntrySize: maxSize / 8,
    sizeCalculation: (document) =>
      bytesPerJson * JSON.stringify(document).length + (document.loc?.source.body.length ?? 0),
  });
}
