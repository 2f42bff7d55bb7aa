import { useEffect, useEffectEvent, useState } from 'react';

export interface FileDrop {
  /** Takes the element files may be dropped on. */
  readonly takeTarget: (element: HTMLElement | null) => void;
  /** A file hangs over it now. */
  readonly isOver: boolean;
}

/** Takes a file that is dropped on an element. What it does can be done with a button too: dropping needs a mouse. */
export function useFileDrop(onFile: (file: File) => void): FileDrop {
  const [target, takeTarget] = useState<HTMLElement | null>(null);
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFile);
  useEffect(() => {
    if (target === null) return;
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    const leave = (): void => setOver(false);
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) take(file);
    };
    target.addEventListener('dragover', over);
    target.addEventListener('dragleave', leave);
    target.addEventListener('drop', drop);
    return () => {
      target.removeEventListener('dragover', over);
      target.removeEventListener('dragleave', leave);
      target.removeEventListener('drop', drop);
    };
  }, [target]);
  return { takeTarget, isOver };
}
