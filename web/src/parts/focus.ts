// Where the focus goes after a press: to a field that stands there, or that is about to be drawn.

/** Brings a field into view and gives it the focus, if it is there. */
export function focusField(id: string): void {
  const found = document.getElementById(id);
  if (!found) return;
  found.scrollIntoView({ block: 'center' });
  found.focus({ preventScroll: true });
}

/**
 * Calls `focus` after `frames` frames, when what was asked for is drawn; not if the focus has gone elsewhere meanwhile:
 * on a slow machine people type into the next field before that, and what they type belongs there.
 */
export function whenDrawn(focus: () => void, frames = 1): void {
  const from = document.activeElement;
  const next = (left: number) =>
    requestAnimationFrame(() => {
      if (left > 1) return next(left - 1);
      const now = document.activeElement;
      if (now === from || now === null || now === document.body) focus();
    });
  next(frames);
}
