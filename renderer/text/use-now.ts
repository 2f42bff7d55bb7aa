import { useEffect, useState } from 'react';

/** The present in milliseconds, renewed twice a minute: for ages and relative dates on screen. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
