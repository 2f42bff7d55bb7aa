import { makeStyles, tokens } from '@fluentui/react-components';
import { DocumentText24Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CartDraft } from '../../../shared/domain/draft.ts';
import { quoteNumber } from '../../../shared/domain/quote/quote-number.ts';
import type { Quote } from '../../../shared/domain/quote/quote.ts';
import { DraftId } from '../../../shared/ids.ts';
import type { QuoteId } from '../../../shared/ids.ts';
import { useLive } from '../../platform/services.tsx';
import { useTextOf } from '../../text/use-text-of.ts';
import type { TextOf } from '../../text/use-text-of.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListSkeleton } from '../../ui/list-skeleton.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { NewVersion } from './new-version.tsx';
import { QuotePaper } from './paper/quote-paper.tsx';
import { QuoteActions } from './quote-actions.tsx';
import { useQuoteCommands } from './use-quote-commands.ts';
import { VersionList } from './version-list.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '16px' },
  paper: {
    backgroundColor: '#fff', border: `1px solid ${tokens.colorNeutralStroke1}`, padding: '24px', marginTop: '12px', maxWidth: '860px',
    overflowX: 'auto',
  },
});

interface Known {
  readonly cart: CartDraft | undefined;
  readonly quotes: readonly Quote[];
}

/** The quotes of one cart: make the next version, see what changed since the one before, hand one out. */
export function QuotePage() {
  const { t } = useTranslation();
  const draftId = DraftId.safeParse(useParams()['draftId']);
  const known = useLive(async (work): Promise<Known> => {
    if (!draftId.success) return { cart: undefined, quotes: [] };
    const draft = await work.draft(draftId.data);
    return { cart: draft?.kind === 'cart' ? draft : undefined, quotes: await work.quotes.ofDraft(draftId.data) };
  }, [draftId.data]);
  const customer = known?.cart?.customerName ?? known?.quotes[0]?.customerName;
  const crumbs = [{ label: t('nav.carts'), to: '/carts' }, { label: t('quote.listTitle'), to: '/quotes' }];
  const isOpen = known?.cart?.state === 'open';
  const title = customer === undefined ? t('quote.listTitle') : t('quote.title', { customer });
  return (
    <Page
      title={title} breadcrumbs={crumbs}
      {...(isOpen ? { actions: <LinkButton to={`/carts/${known.cart?.id}`}>{t('quote.openCart')}</LinkButton> } : {})}
    >
      {known === undefined && <ListSkeleton />}
      {known !== undefined && customer === undefined && (
        <EmptyState
          icon={<DocumentText24Regular />} title={t('quote.unknown.title')} text={t('quote.unknown.text')}
          actions={<LinkButton to="/carts" appearance="primary">{t('nav.carts')}</LinkButton>}
        />
      )}
      {known !== undefined && customer !== undefined && <Parts known={known} />}
    </Page>
  );
}

function Parts({ known: { cart, quotes } }: { readonly known: Known }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<QuoteId>();
  const [made, setMade] = useState<QuoteId>();
  const shown = quotes.find(({ id }) => id === chosen) ?? quotes[0];
  const latest = quotes.find(({ id }) => id === made);
  return (
    <div className={styles.parts}>
      {cart?.state === 'open' ? (
        <NewVersion
          cart={cart} last={quotes[0]}
          onMade={(id) => {
            setChosen(id);
            setMade(id);
          }}
        />
      ) : (
        <StatusMark kind="info">{cart === undefined ? t('quote.cartGone') : t('quote.cartBought')}</StatusMark>
      )}
      <span role="status">{latest === undefined ? '' : t('quote.made', { number: quoteNumber(latest) })}</span>
      {shown !== undefined && (
        <>
          <Panel title={t('quote.versions')}><VersionList quotes={quotes} shown={shown} onShow={setChosen} /></Panel>
          <ShownQuote key={shown.id} quote={shown} />
        </>
      )}
    </div>
  );
}

function ShownQuote({ quote }: { readonly quote: Quote }) {
  const text = useTextOf(quote.language);
  return text === undefined ? <ListSkeleton /> : <HandOut quote={quote} text={text} />;
}

function HandOut({ quote, text }: { readonly quote: Quote; readonly text: TextOf }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const paper = useRef<HTMLElement>(null);
  const commands = useQuoteCommands(quote, text, paper);
  const contacts = useLive((work) => work.partnerships.contacts(), []);
  const number = quoteNumber(quote);
  return (
    <Panel title={t('quote.handOut', { number })}>
      {/* Not before: an e-mail opened at once would go out without the address that is known. */}
      {contacts !== undefined && (
        <QuoteActions
          number={number} commands={commands}
          knownAddress={contacts.find(({ id }) => id === quote.reseller?.id)?.email ?? ''}
        />
      )}
      <div className={styles.paper}><QuotePaper ref={paper} quote={quote} text={text} /></div>
    </Panel>
  );
}
