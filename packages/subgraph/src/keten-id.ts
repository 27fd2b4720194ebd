const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the shape of a keten-id, in the one spelling that we give out. Anything else is nobody's id. */
export function isKetenId(text: unknown): text is string {
  return typeof text === "string" && uuid.test(text);
}
