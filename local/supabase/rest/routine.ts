import { type Catalog, keyOf, type Name, type Routine } from "./catalog.ts";
import { refuse, type RestError } from "./error.ts";
import { closest } from "./hint.ts";
import type { Payload } from "./payload.ts";

const UNNAMED: Record<Payload["kind"], string[]> = {
  json: ["json", "jsonb"],
  form: [],
  text: ["text"],
  bytes: ["bytea"],
};

/**
 * The one function that a name and the names of its arguments mean. `posted` is the kind of the
 * body, null for GET. Throws PGRST202 when there is none and PGRST203 when there are several.
 */
export function findRoutine(
  catalog: Catalog,
  name: Name,
  given: string[],
  posted: Payload["kind"] | null,
): Routine {
  const overloads = catalog.routines.get(keyOf(name)) ?? [];
  const named = overloads.filter((routine) => accepts(routine, given, posted));
  const candidates = named.length
    ? named
    : overloads.filter((routine) => takesWhole(routine, posted));
  const [first, second] = candidates;
  if (first && !second) return first;
  if (first) throw ambiguous(candidates);
  throw notFound(catalog, name, given, posted, overloads);
}

/** Whether the body of a POST is the single unnamed argument of a function. */
function takesWhole(
  { parameters: [only, more] }: Routine,
  posted: Payload["kind"] | null,
): boolean {
  return posted !== null && only?.name === "" && !more &&
    UNNAMED[posted].includes(only.type);
}

function accepts(
  { parameters }: Routine,
  given: string[],
  posted: Payload["kind"] | null,
): boolean {
  if (parameters.length === 0) {
    return given.length === 0 && posted !== "text" && posted !== "bytes";
  }
  const names = new Set(parameters.map((parameter) => parameter.name));
  const wanted = new Set(given);
  return given.every((argument) => names.has(argument)) &&
    parameters.every((parameter) =>
      !parameter.required || wanted.has(parameter.name)
    );
}

function ambiguous(candidates: Routine[]): RestError {
  const signatures = candidates.map(({ schema, name, parameters }) => {
    const list = parameters.map((parameter) =>
      `${parameter.name} => ${parameter.type}`
    );
    return `${schema}.${name}(${list.join(", ")})`;
  });
  return refuse(
    "PGRST203",
    `Could not choose the best candidate function between: ${
      signatures.join(", ")
    }`,
    null,
    "Try renaming the parameters or the function itself in the database so function overloading can be resolved",
  );
}

function notFound(
  catalog: Catalog,
  name: Name,
  given: string[],
  posted: Payload["kind"] | null,
  overloads: Routine[],
): RestError {
  const called = `${name.schema}.${name.name}`;
  const list = given.toSorted().join(", ");
  const missed = (what: string, searched: string, hint: string | null) =>
    refuse(
      "PGRST202",
      `Could not find the function ${called}${what} in the schema cache`,
      `Searched for the function ${called}${searched}, but no matches were found in the schema cache.`,
      hint,
    );
  const whole = posted === "text"
    ? "text"
    : posted === "bytes"
    ? "bytea"
    : null;
  if (whole) {
    return missed("", ` with a single unnamed ${whole} parameter`, null);
  }
  const none = " without parameters";
  const searched = given.length
    ? ` with parameter${given.length > 1 ? "s" : ""} ${list}`
    : none;
  const or = posted === "json"
    ? " or with a single unnamed json/jsonb parameter"
    : "";
  const hint = suggestion(catalog, name, `(${list})`, overloads);
  return missed(given.length ? `(${list})` : none, searched + or, hint);
}

/** The function that may have been meant, or how its arguments are called. */
function suggestion(
  catalog: Catalog,
  { schema, name }: Name,
  given: string,
  overloads: Routine[],
): string | null {
  const signature = ({ parameters }: Routine) =>
    `(${parameters.map((parameter) => parameter.name).sort().join(", ")})`;
  const all = [...catalog.routines.values()].flat()
    .filter((routine) => routine.schema === schema).map((routine) =>
      routine.name
    );
  const near = overloads.length
    ? closest(overloads.map(signature), given)
    : closest(all, name);
  if (near === null) return null;
  return `Perhaps you meant to call the function ${schema}.${
    overloads.length ? name : ""
  }${near}`;
}
