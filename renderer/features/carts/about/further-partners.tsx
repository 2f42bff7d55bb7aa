import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular, Dismiss16Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { additionalResellerCountries, mostAdditionalResellers } from '../../../../shared/domain/cart/participants.ts';
import type { PartnerId } from '../../../../shared/ids.ts';
import { useFormat } from '../../../text/use-format.ts';
import type { CartState } from '../use-cart.ts';
import { furtherPartner, withFurtherPartners } from './further-partner-rules.ts';
import type { FurtherPartnerMistake } from './further-partner-rules.ts';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  input: { width: '200px' },
  none: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  item: {
    display: 'inline-flex', alignItems: 'center', gap: '4px', paddingLeft: '8px', fontVariantNumeric: 'tabular-nums',
    border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium,
  },
});

/** Resellers beside the one that is credited. Microsoft takes at most five, and they earn no incentive. */
export function FurtherPartners({ state }: { readonly state: CartState }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const { cart, change, reseller } = state;
  const [typed, setTyped] = useState('');
  const [mistake, setMistake] = useState<FurtherPartnerMistake>();
  const box = useRef<HTMLDivElement>(null);
  const ids = cart.additionalPartnerIds ?? [];
  const nameOf = (id: PartnerId): string | undefined => reseller.rows.find((row) => row.partnerId === id)?.name;
  const backToField = (): void => box.current?.querySelector('input')?.focus();
  const add = (): void => {
    const partner = furtherPartner(typed, cart, reseller.ownPartnerId);
    setMistake(partner.ok ? undefined : partner.error);
    backToField();
    if (!partner.ok) return;
    setTyped('');
    change((before) => withFurtherPartners(before, [...(before.additionalPartnerIds ?? []), partner.value]));
  };
  const remove = (id: PartnerId): void => {
    backToField();
    change((before) => withFurtherPartners(before, (before.additionalPartnerIds ?? []).filter((one) => one !== id)));
  };
  if (!additionalResellerCountries.has(cart.market) && ids.length === 0) {
    return <p className={styles.none}>{t('carts.further.notHere', { country: format.country(cart.market) })}</p>;
  }
  return (
    <div ref={box}>
      <Field
        label={t('carts.further.label')}
        hint={t('carts.further.hint')}
        {...(mistake === undefined
          ? {}
          : { validationState: 'error', validationMessage: t(`carts.further.wrong.${mistake}`, { count: mostAdditionalResellers }) })}
      >
        <Input
          className={styles.input}
          value={typed}
          inputMode="numeric"
          placeholder={t('resellerChoice.partnerIdLabel')}
          contentAfter={
            <Button
              size="small" appearance="transparent" icon={<Add16Regular />} aria-label={t('carts.further.add')} title={t('carts.further.add')}
              onClick={add}
            />
          }
          onChange={(_event, data) => {
            setTyped(data.value);
            setMistake(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
      </Field>
      {ids.length > 0 && (
        <ul className={styles.list} aria-label={t('carts.further.label')}>
          {ids.map((id) => (
            <li key={id} className={styles.item}>
              <span>{[nameOf(id), id].filter((part) => part !== undefined).join(' · ')}</span>
              <Button
                size="small" appearance="transparent" icon={<Dismiss16Regular />}
                aria-label={t('carts.further.remove', { partnerId: id })} title={t('carts.further.remove', { partnerId: id })}
                onClick={() => remove(id)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
