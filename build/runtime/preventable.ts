/** An event whose listener may prevent what it announces. */
export interface PreventableEvent {
  defaultPrevented: boolean;
  readonly preventDefault: () => void;
}

/** A fresh event of that kind. */
export const preventable = (): PreventableEvent => {
  const event = { defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return event;
};
