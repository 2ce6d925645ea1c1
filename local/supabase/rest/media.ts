import { refuse } from "./error.ts";

/** How a result is written down. */
export interface Media {
  shape: "array" | "object" | "csv" | "plan";
  stripNulls: boolean;
  /** The type as the answer names it. */
  type: string;
  /** For `plan`: text instead of JSON, and the options of EXPLAIN. */
  plan?: { format: "json" | "text"; options: string[] };
}

const ARRAY: Media = {
  shape: "array",
  stripNulls: false,
  type: "application/json",
};
const PLAN_OPTIONS = ["analyze", "verbose", "settings", "buffers", "wal"];

/** The first media type of `Accept`, best quality first, that is known. Throws PGRST107. */
export function negotiate(accept: string | null, planEnabled: boolean): Media {
  const wanted = (accept || "*/*").split(",").map((part) => part.trim()).filter(
    (part) => part,
  );
  const quality = (type: string) =>
    Number(/;\s*q=([\d.]+)/.exec(type)?.[1] ?? 1);
  for (const type of wanted.toSorted((a, b) => quality(b) - quality(a))) {
    const media = mediaOf(type, planEnabled);
    if (media) return media;
  }
  throw refuse(
    "PGRST107",
    `None of these media types are available: ${wanted.join(", ")}`,
  );
}

function mediaOf(text: string, planEnabled: boolean): Media | null {
  const [name = "", ...parameters] = text.split(";").map((part) => part.trim());
  const stripNulls = parameters.includes("nulls=stripped");
  const suffix = stripNulls ? ";nulls=stripped" : "";
  switch (name.toLowerCase()) {
    case "*/*":
    case "application/*":
    case "application/json":
      return ARRAY;
    case "application/vnd.pgrst.array":
    case "application/vnd.pgrst.array+json":
      return stripNulls
        ? {
          ...ARRAY,
          stripNulls,
          type: `application/vnd.pgrst.array+json${suffix}`,
        }
        : ARRAY;
    case "application/vnd.pgrst.object":
    case "application/vnd.pgrst.object+json":
      return {
        shape: "object",
        stripNulls,
        type: `application/vnd.pgrst.object+json${suffix}`,
      };
    case "text/csv":
      return { shape: "csv", stripNulls: false, type: "text/csv" };
    case "application/vnd.pgrst.plan":
    case "application/vnd.pgrst.plan+json":
    case "application/vnd.pgrst.plan+text":
      return planEnabled ? planOf(name, parameters) : null;
    default:
      return null;
  }
}

function planOf(name: string, parameters: string[]): Media {
  const format = name.endsWith("+json") ? "json" : "text";
  const given =
    parameters.find((part) => part.startsWith("options="))?.slice(8).split(
      "|",
    ) ?? [];
  const options = given.filter((option) => PLAN_OPTIONS.includes(option));
  const target =
    parameters.find((part) => part.startsWith("for="))?.slice(4).replaceAll(
      '"',
      "",
    ) ?? "application/json";
  const shown = `for="${target}"${
    options.length ? `; options=${options.join("|")}` : ""
  }`;
  return {
    shape: "plan",
    stripNulls: false,
    type: `application/vnd.pgrst.plan+${format}; ${shown}`,
    plan: { format, options },
  };
}
