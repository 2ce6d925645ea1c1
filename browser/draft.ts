/** How long our own server may take, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** Keeps the form of a draft; the version it has now, or the key of what refused (`offline` when nobody answered). */
export async function saveDraftForm(
  path: string,
  form: FormData,
): Promise<{ version: number } | { key: string }> {
  try {
    const response = await fetch(path, {
      method: "POST",
      body: form,
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer: unknown = await response.json();
    if (typeof answer === "object" && answer !== null) {
      if ("version" in answer && typeof answer.version === "number") {
        return { version: answer.version };
      }
      if ("key" in answer && typeof answer.key === "string") {
        return { key: answer.key };
      }
    }
    return { key: "offline" };
  } catch {
    return { key: "offline" };
  }
}
