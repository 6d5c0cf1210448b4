import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** A value that components follow. `reset` throws away all that it held. */
export interface Store<State extends object> {
  get: () => State;
  set: (change: Partial<State>) => void;
  reset: () => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<State extends object>(initial: () => State): Store<State> {
  let state = initial();
  const listeners = new Set<() => void>();
  const publish = (next: State): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => state,
    set: (change) => publish({ ...state, ...change }),
    reset: () => publish(initial()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of a store; the component renders again when that part is another value. */
export function useStore<State extends object, Part>(
  store: Store<State>,
  select: (state: State) => Part,
): Part {
  return useSyncedValue(store.subscribe, () => select(store.get()));
}

/** A value kept outside of the components. `subscribe` must be the same function at every call. */
export function useSyncedValue<Value>(
  subscribe: (listener: () => void) => () => void,
  read: () => Value,
): Value {
  const value = read();
  const [, render] = useReducer<number, void>((count) => count + 1, 0);
  const latest = useRef({ value, read });
  latest.current = { value, read };
  useLayoutEffect(() => {
    const compare = (): void => {
      const { value: shown, read: readNow } = latest.current;
      if (!Object.is(shown, readNow())) render();
    };
    const unsubscribe = subscribe(compare);
    compare(); // for a change between rendering and subscribing
    return unsubscribe;
  }, [subscribe]);
  return value;
}
