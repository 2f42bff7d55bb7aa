import { Button, Field, Input, Textarea, makeStyles } from '@fluentui/react-components';
import { ArrowUndo16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { linkStanding, withLink } from '../../../../shared/domain/letter/letter.ts';
import type { LetterLanguage } from '../../../../shared/domain/letter/letter.ts';
import type { Wording } from '../../../../shared/domain/letter/wording.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { CopySubject } from './subject-line.tsx';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', gap: '12px' },
  mark: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', minHeight: '24px' },
});

export interface LetterEditorProps {
  readonly text: Wording;
  readonly onText: (text: Wording) => void;
  /** Language of the letter: screen readers and the spelling check follow it. */
  readonly language: LetterLanguage;
  /** The link the text must carry, when it must and it is known. */
  readonly link: string | undefined;
  /** Whom the letter is for, where its subject is final and may be copied alone. */
  readonly name?: string;
}

/** Subject and text of a letter, with the standing of its link live below. */
export function LetterEditor({ text, onText, language, link, name }: LetterEditorProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const body = useRef<HTMLTextAreaElement>(null);
  const restore = (whole: string): void => {
    onText({ ...text, body: whole });
    // The button is gone once the link is right.
    body.current?.focus();
  };
  return (
    <div className={styles.frame}>
      <Field label={t('letter.subject')} required>
        <Input
          value={text.subject} lang={language} spellCheck
          onChange={(_event, data) => onText({ ...text, subject: data.value })}
          {...(name === undefined ? {} : { contentAfter: <CopySubject name={name} subject={text.subject} /> })}
        />
      </Field>
      <Field label={t('letter.body')} required>
        <Textarea
          textarea={{ ref: body }} value={text.body} lang={language} spellCheck rows={16} resize="vertical"
          onChange={(_event, data) => onText({ ...text, body: data.value })}
        />
      </Field>
      {link !== undefined && <LinkMark body={text.body} link={link} onBody={restore} />}
    </div>
  );
}

interface LinkMarkProps {
  readonly body: string;
  readonly link: string;
  readonly onBody: (body: string) => void;
}

/** Whether the link stands in the text as it must, and the way to put it right. */
function LinkMark({ body, link, onBody }: LinkMarkProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const standing = linkStanding(body, link);
  return (
    <div className={styles.mark}>
      <span role="status">
        <StatusMark kind={standing === 'intact' ? 'ok' : 'refused'}>{t(`letter.link.${standing}`)}</StatusMark>
      </span>
      {standing !== 'intact' && (
        <Button size="small" icon={<ArrowUndo16Regular />} onClick={() => onBody(withLink(body, link))}>
          {t('letter.restoreLink')}
        </Button>
      )}
    </div>
  );
}
