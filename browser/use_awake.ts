import { useEffect, useState } from "preact/hooks";

/** Whether the island's script runs. A button that needs it is a `ScriptButton`. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return awake;
}
