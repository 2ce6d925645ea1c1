import { errors } from "./errors.ts";

const SAFE = /^[\w!.*'() &$@=;:+,?/-]+$/;

/** Refuses an object's name with characters that an URL or S3 would not carry: accents, `%`, `#`, `\`, …. */
export function checkKey(key: string): string {
  if (!SAFE.test(key) || key.length > 1024) throw errors.invalidKey(key);
  return key;
}

export function checkBucketName(name: unknown): string {
  if (
    typeof name !== "string" || !SAFE.test(name) || name.includes("/") ||
    name.length > 100
  ) {
    throw errors.invalidBucketName();
  }
  return name;
}

const UNITS: Record<string, number> = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9 };

/** Bytes of `1048576`, `"20MB"` (decimal units) or null. */
export function parseSize(size: unknown): number | null {
  if (size === null) return null;
  if (typeof size === "number" && Number.isSafeInteger(size) && size >= 0) {
    return size;
  }
  const [, amount, unit = ""] =
    /^(\d+(?:\.\d+)?)(gb|mb|kb|b)$/i.exec(String(size)) ?? [];
  if (amount === undefined) throw errors.invalidSize();
  return Math.floor(Number(amount) * (UNITS[unit.toLowerCase()] ?? 1));
}

const MIME = /^(\*|[\w.+-]+\/(\*|[\w.+-]+(; *charset=[\w-]+)?))$/i;

/** The types a bucket takes: exact ones, or `image/*`. */
export function parseMimeTypes(types: unknown): string[] | null {
  if (types === null) return null;
  if (!Array.isArray(types)) {
    throw errors.invalid("body/allowed_mime_types must be array");
  }
  return types.map((type) => {
    if (typeof type !== "string" || !MIME.test(type)) {
      throw errors.mimeType(String(type));
    }
    return type;
  });
}

/** A type with parameters is another type: `text/plain;charset=UTF-8` is not `text/plain`. */
export function checkMimeType(type: string, allowed: string[] | null) {
  if (!allowed || allowed.length === 0) return;
  const fits = allowed.some((each) =>
    each === "*" || each === "*/*" || each === type ||
    each.endsWith("/*") && type.startsWith(each.slice(0, -1))
  );
  if (!fits) throw errors.mimeType(type);
}

/** Refuses what would not go into a header when the object is served: other characters than printable ASCII. */
export function checkHeader(value: string): string {
  if (!/^[\x20-\x7e]*$/.test(value)) {
    throw errors.invalid("headers must be printable ASCII");
  }
  return value;
}
