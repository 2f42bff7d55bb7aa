import { Button, makeStyles } from '@fluentui/react-components';
import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { languageOfCountry } from '../../../shared/domain/letter/language-of-country.ts';
import { LetterLanguage, MailAddress, letterLanguages } from '../../../shared/domain/letter/letter.ts';
import type { ResellerContact as Contact } from '../../../shared/domain/partnership/reseller-contact.ts';
import { useServices } from '../../platform/services.tsx';
import { usePartners } from '../../platform/use-partners.ts';
import { useFormat } from '../../text/use-format.ts';
import { DateText } from '../../ui/date-text.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { useFieldGrid } from '../../ui/field-grid.ts';
import { Panel } from '../../ui/panel.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import type { ResellerSubject } from './reseller-subject.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  buttons: { display: 'flex', gap: '8px', marginTop: '12px' },
});

/** Whom to write to at the reseller. The service tells no address, so it is kept here. */
export function ResellerContact({ subject }: { readonly subject: ResellerSubject }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const kept = useKeptFocus();
  const contact = usePartners()?.contactOf(subject.id);
  const edit = (
    <Button size="small" onClick={() => setEditing(true)}>{t(contact === undefined ? 'resellerContact.add' : 'resellerContact.edit')}</Button>
  );
  return (
    <div {...kept}>
      <Panel title={t('resellerContact.title')} actions={isEditing ? undefined : edit}>
        {isEditing && <ContactForm subject={subject} contact={contact} onEnd={() => setEditing(false)} />}
        {!isEditing && contact === undefined && <p className={styles.text}>{t('resellerContact.none')}</p>}
        {!isEditing && contact !== undefined && (
          <FactList
            facts={[
              { label: t('resellerContact.email'), value: contact.email },
              { label: t('resellerContact.name'), value: contact.name },
              { label: t('resellerContact.language'), value: format.language(contact.language) },
              { label: t('resellerContact.kept'), value: <DateText instant={contact.updatedAt} /> },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

const ContactText = z.object({
  email: z.string().trim().refine((text) => MailAddress.safeParse(text).success, { message: 'fieldError.email' }),
  name: z.string().trim().max(200),
  language: LetterLanguage,
});
type ContactText = z.infer<typeof ContactText>;

interface ContactFormProps {
  readonly subject: ResellerSubject;
  readonly contact: Contact | undefined;
  readonly onEnd: () => void;
}

function ContactForm({ subject, contact, onEnd }: ContactFormProps) {
  const styles = useStyles();
  const grid = useFieldGrid();
  const { t } = useTranslation();
  const format = useFormat();
  const { work } = useServices();
  const { control, handleSubmit } = useForm<ContactText>({
    resolver: zodResolver(ContactText),
    defaultValues: {
      email: contact?.email ?? '', name: contact?.name ?? '', language: contact?.language ?? languageOfCountry(subject.location),
    },
  });
  const keep = async ({ email, name, language }: ContactText): Promise<void> => {
    await work.partnerships.saveContact({ id: subject.id, email: MailAddress.parse(email), name, language });
    onEnd();
  };
  return (
    <form onSubmit={(event) => void handleSubmit(keep)(event)} noValidate>
      <div className={grid.grid}>
        <TextField control={control} name="email" type="email" label={t('resellerContact.email')} isRequired />
        <TextField control={control} name="name" label={t('resellerContact.name')} hint={t('resellerContact.nameHint')} />
        <SelectField
          control={control} name="language" label={t('resellerContact.language')}
          choices={letterLanguages.map((language) => ({ value: language, label: format.language(language) }))}
        />
      </div>
      <div className={styles.buttons}>
        <Button onClick={onEnd}>{t('ui.cancel')}</Button>
        <Button type="submit" appearance="primary">{t('resellerContact.keep')}</Button>
      </div>
    </form>
  );
}
