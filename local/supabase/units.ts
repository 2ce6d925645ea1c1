const SECONDS: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};
const POWERS = ["", "k", "m", "g", "t"];

/** The seconds of a Go duration such as `1h30m`, `5s` or `0`. Throws on anything else. */
export function parseDuration(text: string): number {
  if (text === "0") return 0;
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) {
    throw new RangeError(`"${text}" is no duration like 1h30m`);
  }
  let seconds = 0;
  for (
    const [, amount, unit = "s"] of text.matchAll(
      /([\d.]+)(ns|us|µs|ms|s|m|h)/g,
    )
  ) {
    seconds += Number(amount) * (SECONDS[unit] ?? 0);
  }
  return seconds;
}

/** The bytes of a size such as `50MiB` or `500KB`; as in the CLI, every unit is a power of 1024. */
export function parseSize(text: string | number): number {
  if (typeof text === "number") return text;
  const match = /^(\d+(?:\.\d+)?) ?([kmgt]?)(?:i?b)?$/i.exec(text);
  if (!match) throw new RangeError(`"${text}" is no size like 50MiB`);
  return Math.floor(
    Number(match[1]) * 1024 ** POWERS.indexOf((match[2] ?? "").toLowerCase()),
  );
}
