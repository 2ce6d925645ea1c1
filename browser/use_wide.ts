import { useEffect, useState } from "preact/hooks";

/** Where columns stand beside each other; the same width as in the style sheets. */
const WIDE = "(min-width: 60rem)";

/** Whether there is room for columns beside each other. False until the page is drawn in a browser: what is not seen is not read. */
export function useWide(): boolean {
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const look = () => setWide(query.matches);
    look();
    query.addEventListener("change", look);
    return () => query.removeEventListener("change", look);
  }, []);
  return wide;
}
