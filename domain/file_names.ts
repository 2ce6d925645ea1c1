/** How long a name in an archive gets, in characters, without its ending. */
const LONGEST = 80;

/**
 * A name that no file system takes for a folder, refuses or shows otherwise than it is: without separators, control
 * characters and marks that turn the direction of writing, and not hidden.
 */
export function safeFileName(name: string): string {
  return name.normalize("NFC")
    // deno-lint-ignore no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, "-")
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/^[. ]+|[. ]+$/g, "");
}

/** The same with a given ending (`pdf`), which tells what the file is whatever its name says, and not too long. */
export function safeFileNameAs(name: string, ending: string): string {
  const stem = safeFileName(name).replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const short = [...stem].slice(0, LONGEST).join("").trim();
  return `${short || "file"}.${ending}`;
}
