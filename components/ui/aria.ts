/**
 * The value of an ARIA state. ARIA wants the words; a boolean prop would be written as a bare attribute by
 * the precompiled JSX of the server, which means "not set".
 */
export function aria(state: boolean | undefined): "true" | "false" | undefined {
  return state === undefined ? undefined : state ? "true" : "false";
}
