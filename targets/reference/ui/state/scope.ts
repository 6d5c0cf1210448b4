/**
 * One stretch of this page that is a signed-in person's, or a guest's. When it closes, everything begun in it is cut
 * short, so that nothing of one can arrive in the next.
 */
let controller = closed();

function closed(): AbortController {
  const none = new AbortController();
  none.abort();
  return none;
}

export function openScope(): AbortSignal {
  controller.abort();
  controller = new AbortController();
  return controller.signal;
}

export function closeScope(): void {
  controller.abort();
}

/** The signal of the present scope; aborted while the page is nobody's. */
export function scopeSignal(): AbortSignal {
  return controller.signal;
}
