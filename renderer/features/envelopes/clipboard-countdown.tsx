import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Says how long the password stays on the clipboard; screen readers hear it once, not every second. */
export function ClipboardCountdown({ clearsAt }: { readonly clearsAt: number }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((clearsAt - now) / 1000);
  return <span>{seconds > 0 ? t('envelopes.clearsIn', { count: seconds }) : t('envelopes.cleared')}</span>;
}
