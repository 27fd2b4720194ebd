import { inject, it } from "vitest";

/**
 * A test of something that the hub's own gateway gives and another engine in its place does not. Who may see what is never such a
 * thing: that is decided at the source. docs/schaal.md says what is lost.
 */
export const itInOwnGateway = inject("hub").engine === undefined ? it : it.skip;
