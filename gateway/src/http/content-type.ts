/** No type that a client of ours sends is nearly as long. */
const longest = 100;
const charsets = ["utf-8", "utf8", '"utf-8"', '"utf8"'];

/**
 * Whether a Content-Type says JSON in UTF-8, and nothing else. Anybody may send one, of up to 16 kB: it is cut and compared, for a
 * pattern that tries where the spaces belong takes the square of their number.
 */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined || contentType.length > longest) return false;
  const [type, parameter = "", ...more] = contentType
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  if (type !== "application/json" || more.some((part) => part !== "") || more.length > 1) return false;
  return parameter === "" ? more.length === 0 : isUtf8(parameter);
}

// Private.
function isUtf8(parameter: string): boolean {
  const [name, value, ...more] = parameter.split("=").map((part) => part.trim());
  return name === "charset" && charsets.includes(value ?? "") && more.length === 0;
}
