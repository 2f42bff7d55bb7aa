import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { hasDesktopNotices } from '../platform/desktop-notice.ts';
import { reportBug } from '../platform/report-bug.ts';
import { useServices } from '../platform/services.tsx';

/** Reminds, for as long as the frame stands, of what can soon no longer be cancelled or ends undecided. Nothing without notices. */
export function useClosingReminder(): void {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { account, work, mirror } = useServices();
  const text = useEffectEvent(() => ({ t, locale: i18n.language }));
  const goTo = useEffectEvent((path: string) => void navigate(path));
  useEffect(() => {
    if (!hasDesktopNotices()) return undefined;
    let isOver = false;
    let stop = (): void => undefined;
    import('./closing-reminder.ts').then(({ startReminders }) => {
      if (!isOver) stop = startReminders({ account, work, mirror, text: () => text(), goTo: (path) => goTo(path) });
    }, reportBug);
    return () => {
      isOver = true;
      stop();
    };
  }, [account, work, mirror]);
}
