import { useEffect, useState } from "preact/hooks";

/** Makes a store once for a component, and runs it as long as the component is on the page. */
export function useStore<Store extends { start(): () => void }>(
  make: () => Store,
): Store {
  const [store] = useState(make);
  useEffect(() => store.start(), []);
  return store;
}
