import { Button, Field, Input, Radio, RadioGroup, makeStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  QualificationRequest, RequestableQualification, requestProblems, requestableQualifications,
} from '../../../shared/domain/customer/qualification.ts';
import { serverCalls } from '../../../shared/partner-center/server-call.ts';
import type { ServerCallOutput } from '../../../shared/partner-center/server-call.ts';
import { readServer } from '../../platform/read-server.ts';
import { useConnectivity, useServices } from '../../platform/services.tsx';
import { qualificationName } from '../../text/qualification-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '520px', marginTop: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const segments = ['K12', 'HigherEducation'] as const;

export interface QualificationFormProps {
  readonly customerName: string;
  /** What was asked before, when it is changed. */
  readonly before: QualificationRequest | undefined;
  readonly isBusy: boolean;
  readonly onSubmit: (request: QualificationRequest) => void;
  readonly onCancel: () => void;
}

/** A blank field is no field. */
const cleaned = ({ qualification, educationSegment, website, validationCode }: QualificationRequest): QualificationRequest => ({
  qualification,
  ...(qualification === 'Education' && educationSegment !== undefined && { educationSegment }),
  ...(website?.trim() && { website: website.trim() }),
  ...(qualification === 'GovernmentCommunityCloud' && validationCode?.trim() && { validationCode: validationCode.trim() }),
});

/**
 * What is asked for, and confirmed twice: older texts of the service call the setting irreversible, so the customer's name is
 * typed before it goes out.
 */
export function QualificationForm({ customerName, before, isBusy, onSubmit, onCancel }: QualificationFormProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isOnline } = useConnectivity();
  const [request, setRequest] = useState<QualificationRequest>(before ?? { qualification: 'Education' });
  const [isChecked, setChecked] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('input')?.focus(), []);
  const change = (part: Partial<QualificationRequest>): void => setRequest((old) => QualificationRequest.parse({ ...old, ...part }));
  const problems = requestProblems(request);
  const errorOf = (field: 'educationSegment' | 'validationCode'): object =>
    isChecked && problems.includes(field) ? { validationState: 'error', validationMessage: t(`qualification.missing.${field}`) } : {};
  const name = qualificationName(t, request.qualification);
  const confirm = (): void => {
    setChecked(true);
    if (problems.length === 0) setAsking(true);
  };
  return (
    <div ref={frame} className={styles.form} role="group" aria-label={t('qualification.request')}>
      <Field label={t('qualification.which')}>
        <RadioGroup
          value={request.qualification}
          onChange={(_event, data) => change({ qualification: RequestableQualification.parse(data.value) })}
        >
          {requestableQualifications.map((one) => <Radio key={one} value={one} label={qualificationName(t, one)} />)}
        </RadioGroup>
      </Field>
      <span>{t(`qualification.hint.${request.qualification}`)}</span>
      {request.qualification === 'Education' && (
        <Field label={t('qualification.segment')} required {...errorOf('educationSegment')}>
          <RadioGroup
            layout="horizontal" value={request.educationSegment ?? ''}
            onChange={(_event, data) => change({ educationSegment: segments.find((one) => one === data.value) })}
          >
            {segments.map((one) => <Radio key={one} value={one} label={t(`qualification.segmentIs.${one}`)} />)}
          </RadioGroup>
        </Field>
      )}
      {request.qualification === 'GovernmentCommunityCloud' ? (
        <CodeField value={request.validationCode ?? ''} error={errorOf('validationCode')} onChange={(validationCode) => change({ validationCode })} />
      ) : (
        <Field label={t('qualification.website')} hint={t('qualification.websiteHint')}>
          <Input
            type="text" inputMode="url" maxLength={500} value={request.website ?? ''}
            onChange={(_event, data) => change({ website: data.value })}
          />
        </Field>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={isBusy} onClick={confirm}>{t('qualification.goOn')}</Button>
        <Button onClick={onCancel}>{t('ui.cancel')}</Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('qualification.confirmTitle', { name, customer: customerName })}
        confirmLabel={t(isOnline ? 'qualification.send' : 'carts.putInOutbox')}
        nameToType={customerName}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onSubmit(cleaned(request));
        }}
      >
        {t('qualification.confirmText')}
      </ConfirmDialog>
    </div>
  );
}

interface CodeFieldProps {
  readonly value: string;
  readonly error: object;
  readonly onChange: (value: string) => void;
}

/** The partner's codes are offered when they can be read; offline the code is typed. */
function CodeField({ value, error, onChange }: CodeFieldProps) {
  const { t } = useTranslation();
  const { account } = useServices();
  const { isOnline } = useConnectivity();
  const [codes, setCodes] = useState<ServerCallOutput<'read-validation-codes'>['codes']>([]);
  const list = useId();
  useEffect(() => {
    let isWanted = isOnline;
    if (!isWanted) return;
    void readServer(account.id, 'read-validation-codes', {}, serverCalls['read-validation-codes'].out).then((read) => {
      if (isWanted && read.ok) setCodes(read.value.codes);
    });
    return () => {
      isWanted = false;
    };
  }, [account.id, isOnline]);
  return (
    <Field label={t('qualification.code')} hint={t('qualification.codeHint')} required {...error}>
      <Input type="text" maxLength={50} value={value} input={{ list }} onChange={(_event, data) => onChange(data.value)} />
      <datalist id={list}>
        {codes.map(({ code, organization, remaining }) => (
          <option key={code} value={code}>{t('qualification.codeOption', { organization, count: remaining })}</option>
        ))}
      </datalist>
    </Field>
  );
}
