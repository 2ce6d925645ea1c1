import {
  configureSync,
  getConfig,
  getConsoleSink,
  getJsonLinesFormatter,
} from "@logtape/logtape";

/** Names of properties that are never logged: personal data and credentials. */
const personal =
  /name|mail|phone|address|street|matricule|birth|symptom|body|text|code|otp|token|password|secret|cookie|authorization/i;

/** Whether a property of this name is left out of every line. */
export function isPersonal(name: string): boolean {
  return personal.test(name);
}

/**
 * Writes the log as JSON lines to the console from now on; once, whoever calls first. Properties whose names
 * say that they are personal or secret are left out of every line.
 */
export function startLog(): void {
  if (getConfig() !== null) return;
  // The template, not the finished sentence: values stand beside it, where they can be left out.
  const line = getJsonLinesFormatter({ message: "template" });
  const sink = getConsoleSink({
    formatter: (record) =>
      line({ ...record, properties: withoutPersonal(record.properties) }),
  });
  configureSync({
    sinks: { console: sink },
    loggers: [
      { category: ["econsult"], lowestLevel: "info", sinks: ["console"] },
      {
        category: ["logtape", "meta"],
        lowestLevel: "warning",
        sinks: ["console"],
      },
    ],
  });
}

/** The properties that may be written: plain values under harmless names; of an error its name and places. */
function withoutPersonal(
  properties: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !isPersonal(name))
      .map(([name, value]) => [name, plain(value)]),
  );
}

function plain(value: unknown): unknown {
  // An error's message may quote what a person typed; where it was thrown does not.
  if (value instanceof Error) {
    const places = value.stack?.match(/^\s+at .*$/gm) ?? [];
    return [value.name, ...places.slice(0, 8).map((line) => line.trim())]
      .join(" | ");
  }
  return typeof value === "object" && value !== null ? "[object]" : value;
}
