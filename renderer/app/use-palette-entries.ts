import {
  ArrowSync20Regular, Building20Regular, Cloud20Regular, CloudOff20Regular, Handshake20Regular, Person20Regular,
  PersonAdd20Regular,
} from '@fluentui/react-icons';
import type { FluentIcon } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMirror, useServices } from '../platform/services.tsx';
import { useWorkOffline } from '../platform/use-work-offline.ts';
import { hasWords } from '../text/word-match.ts';
import { navEntries } from './features.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon: FluentIcon;
  readonly run: () => void;
}

const mostOfAKind = 6;

function useActions(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pull } = useServices();
  const offline = useWorkOffline();
  const group = t('palette.actions');
  const places = navEntries.map((entry) => ({
    id: `go-${entry.to}`, group, icon: entry.icon, label: t('palette.goTo', { place: t(entry.label) }),
    run: () => void navigate(entry.to),
  }));
  return [
    {
      id: 'new-customer', group, icon: PersonAdd20Regular, label: t('action.addCustomer'),
      run: () => void navigate('/customers/new'),
    },
    {
      id: 'request-partnership', group, icon: Handshake20Regular, label: t('reseller.request'),
      run: () => void navigate('/resellers/request'),
    },
    { id: 'pull', group, icon: ArrowSync20Regular, label: t('sync.pullNow'), run: () => void pull.pullNow() },
    {
      id: 'offline', group, icon: offline.isOn ? Cloud20Regular : CloudOff20Regular,
      label: offline.isOn ? t('sync.goOnline') : t('sync.workOffline'), run: () => void offline.turn(!offline.isOn),
    },
    ...places,
  ];
}

/** What the palette offers for a text: matching actions, then resellers, then customers. */
export function usePaletteEntries(text: string): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const actions = useActions().filter((entry) => hasWords(entry.label, text));
  const resellers = useMirror(['resellers'], (mirror) => mirror.resellers(), []) ?? [];
  const customers = useMirror(
    ['customers'],
    async (mirror) => (text === '' ? [] : (await mirror.customers({ text, offset: 0, limit: mostOfAKind })).rows),
    [text],
  ) ?? [];
  if (text === '') return actions;
  const found = resellers.filter((reseller) => hasWords(`${reseller.name} ${reseller.partnerId}`, text)).slice(0, mostOfAKind);
  return [
    ...actions.slice(0, mostOfAKind),
    ...found.map((reseller) => ({
      id: reseller.id, group: t('nav.resellers'), icon: Building20Regular, label: reseller.name,
      detail: t('reseller.partnerIdIs', { id: reseller.partnerId }), run: () => void navigate(`/resellers/${reseller.id}`),
    })),
    ...customers.map((customer) => ({
      id: customer.id, group: t('nav.customers'), icon: Person20Regular, label: customer.name, detail: customer.domain,
      run: () => void navigate(`/customers/${customer.id}`),
    })),
  ];
}
