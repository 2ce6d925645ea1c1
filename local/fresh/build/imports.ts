/** Finds what a specifier names; throws for what only a bundler or a package knows. */
type Resolve = (specifier: string) => string;

/**
 * Resolves as Deno does for the app. An address of data has no folder, so that the import map of the app holds for it;
 * whichever configuration this process was given, nobody has to read it.
 */
export async function resolver(): Promise<Resolve> {
  const { resolve }: { resolve: Resolve } = await import(
    "data:text/javascript,export const resolve = (s) => import.meta.resolve(s)"
  );
  return resolve;
}

/** Nothing for what only esbuild knows, such as a part of a package. */
export function tryResolve(
  resolve: Resolve,
  specifier: string,
): string | undefined {
  try {
    return resolve(specifier);
  } catch {
    return undefined;
  }
}
