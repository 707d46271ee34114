/** As much of JSON schema as our descriptions use. */
type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
};

let clients = 0;

/** Strings that a pattern asks for; the first that fits is taken. */
const candidates = () => [
  `client-${String(++clients).padStart(6, "0")}`,
  "sample-words",
  "sample",
  "0".repeat(32),
  "#1e5b43",
  "1.2",
  "https://shop.example.com",
  "Sample words",
  // A browser's key and secret, by their shape.
  `B${"w".repeat(86)}`,
  "w".repeat(22),
];

const formats: Record<string, string> = {
  email: "sample@example.com",
  uri: "https://shop.example.com/",
  url: "https://shop.example.com/",
  "date-time": "2026-03-10T09:00:00.000Z",
  date: "2026-03-10",
};

/**
 * A body that a route's description allows: what it requires and nothing more. `ids` are values for fields by their
 * name, wherever they stand. Throws with the field's name for a string whose pattern it cannot meet.
 */
export function sampleBody(schema: Schema, ids: Readonly<Record<string, unknown>>, name = ""): unknown {
  if (name in ids) return ids[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sampleBody(choice, ids, name);
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((part) => sampleBody(part, ids, name) as object));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([field]) => schema.required?.includes(field))
          .map(([field, part]) => [field, sampleBody(part, ids, field)]),
      );
    case "array": {
      const some = Array.from({ length: schema.minItems ?? 0 }, () =>
        sampleBody(schema.items ?? {}, ids, name),
      );
      return some;
    }
    case "string":
      return sampleString(schema, name);
    case "integer":
    case "number":
      return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1;
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return {};
  }
}

function sampleString({ pattern, format, minLength = 0, maxLength = 10_000 }: Schema, name: string): string {
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (!pattern || new RegExp(source(pattern), "u").test(text));
  // What begins or ends lies ahead; any other day has been.
  const isAhead = format === "date" && (name === "from" || name === "to");
  const known = isAhead ? "2999-01-01" : format ? formats[format] : undefined;
  const found = [...(known ? [known] : []), ...candidates(), "s".repeat(Math.max(1, minLength))].find(fits);
  if (found === undefined) throw new Error(`sampleBody knows no string for "${name}" (${pattern}): add one`);
  return found;
}

/** A pattern of a description may carry its flags at its end. */
const source = (pattern: string) => pattern.replace(/\/[a-z]+$/, "");

/** Where a body of this schema holds strings, as paths of field names. */
export function stringFields(schema: Schema, path: readonly string[] = []): string[][] {
  const choices = schema.anyOf ?? schema.oneOf ?? [];
  if (choices.length > 0) return choices.flatMap((choice) => stringFields(choice, path));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "string" || schema.enum) return path.length > 0 ? [[...path]] : [];
  return Object.entries(schema.properties ?? {}).flatMap(([field, part]) =>
    stringFields(part, [...path, field]),
  );
}
