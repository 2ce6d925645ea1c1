/** A function that waits for a pause before it is called. */
export interface DebouncedFunction<T extends unknown[]> {
  (...args: T): void;
  /** Forgets the call that waits. */
  clear(): void;
  /** Calls now if a call waits. */
  flush(): void;
  /** Whether a call waits. */
  readonly pending: boolean;
}

/** Calls `fn` with the last arguments when `wait` milliseconds have passed without a call. */
export function debounce<T extends unknown[]>(
  // deno-lint-ignore no-explicit-any -- as in std: any `this` is passed on
  fn: (this: DebouncedFunction<T>, ...args: T) => any,
  wait: number,
): DebouncedFunction<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | undefined;
  const clear = () => {
    clearTimeout(timer);
    timer = waiting = undefined;
  };
  const debounced = (...args: T) => {
    clear();
    waiting = () => {
      clear();
      fn.call(result, ...args);
    };
    timer = setTimeout(waiting, wait);
  };
  const result: DebouncedFunction<T> = Object.defineProperty(
    Object.assign(debounced, {
      clear,
      flush: () => waiting?.(),
      pending: false,
    }),
    "pending",
    { get: () => waiting !== undefined },
  );
  return result;
}
