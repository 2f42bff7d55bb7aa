import { Button, Field, Input, Radio, RadioGroup, Select, Textarea, makeStyles } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import type { Quote } from '../../../shared/domain/quote/quote.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { useServices } from '../../platform/services.tsx';
import { languages, ownNameOf } from '../../text/language.ts';
import type { Language } from '../../text/language.ts';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { useQuoteForm } from './use-quote-form.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '640px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  notes: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
});

const longestTerms = 4000;
const languageOf = (text: string): Language => languages.find((one) => one === text) ?? 'en';

export interface NewVersionProps {
  readonly cart: CartDraft;
  readonly last: Quote | undefined;
  readonly onMade: (id: QuoteId) => void;
}

/** Makes the next version of the cart as it is now. What stands against it is said before, not after. */
export function NewVersion({ cart, last, onMade }: NewVersionProps) {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const { work } = useServices();
  const isMaking = useRef(false);
  const form = useQuoteForm(cart, last, languageOf(i18n.language));
  const { fields, change, problems, warnings, content } = form;
  const isPossible = content !== undefined && problems.length === 0;
  const make = async (): Promise<void> => {
    if (content === undefined || problems.length > 0 || isMaking.current) return;
    isMaking.current = true;
    const made = await work.quotes.add(content).finally(() => {
      isMaking.current = false;
    });
    onMade(made.id);
  };
  return (
    <Panel title={last === undefined ? t('quote.new.first') : t('quote.new.next')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Field label={t('quote.new.audience')} hint={t('quote.new.audienceHint')}>
          <RadioGroup value={fields.audience} onChange={(_event, data) => change({ audience: data.value === 'reseller' ? 'reseller' : 'customer' })}>
            <Radio value="customer" label={t('quote.new.forCustomer')} />
            <Radio value="reseller" label={t('quote.new.forReseller')} disabled={cart.reseller?.kind !== 'reseller'} />
          </RadioGroup>
        </Field>
        <div className={styles.row}>
          {fields.audience === 'reseller' && (
            <Field
              label={t('quote.new.discount')} hint={t('quote.new.discountHint')}
              {...(form.isDiscountWrong ? { validationMessage: t('quote.new.discountWrong') } : {})}
            >
              <Input inputMode="decimal" value={fields.discount} contentAfter="%" onChange={(_event, data) => change({ discount: data.value })} />
            </Field>
          )}
          <Field label={t('quote.new.validUntil')} {...(form.isDayMissing ? { validationMessage: t('quote.new.dayMissing') } : {})}>
            <Input type="date" value={fields.validUntil} onChange={(_event, data) => change({ validUntil: data.value })} />
          </Field>
          <Field label={t('quote.new.language')}>
            <Select value={fields.language} onChange={(_event, data) => change({ language: languageOf(data.value) })}>
              {languages.map((one) => <option key={one} value={one}>{ownNameOf(one)}</option>)}
            </Select>
          </Field>
        </div>
        <Field label={t('quote.new.terms')} hint={t('quote.new.termsHint')}>
          <Textarea value={fields.terms} maxLength={longestTerms} rows={3} onChange={(_event, data) => change({ terms: data.value })} />
        </Field>
        <ul className={styles.notes} aria-label={t('quote.new.notes')} aria-live="polite">
          {problems.map((one) => <li key={one}><StatusMark kind="stopped">{t(`quote.problem.${one}`)}</StatusMark></li>)}
          {warnings.map((one) => <li key={one}><StatusMark kind="attention">{t(`quote.warning.${one}`)}</StatusMark></li>)}
        </ul>
        <div><Button type="submit" appearance="primary" disabledFocusable={!isPossible}>{t('quote.new.make')}</Button></div>
      </form>
    </Panel>
  );
}
