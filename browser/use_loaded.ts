import { useEffect, useState } from "preact/hooks";

/** Between two attempts to fetch a part of the page, in milliseconds. */
const RETRY_MS = 2_000;

/**
 * A part of the page whose scripts come when it is needed; null until they are there. A network that is gone for a
 * moment is asked again. `load` is the one of the first rendering.
 */
export function useLoaded<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const attempt = () =>
      load().then(
        (loaded) => gone || setPart(() => loaded),
        () => {
          if (!gone) timer = setTimeout(attempt, RETRY_MS);
        },
      );
    void attempt();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return part;
}
