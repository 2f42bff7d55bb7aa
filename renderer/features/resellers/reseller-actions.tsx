import { Menu, MenuButton, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Handshake20Regular, Mail20Regular, MoreHorizontal20Regular, PersonAdd20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import { usePartners } from '../../platform/use-partners.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { letterFor, letterPath } from './reseller-rules.ts';
import type { ResellerSubject } from './reseller-subject.ts';
import { TakeReseller } from './take-reseller.tsx';

/** What can be done for a reseller: write to it, see what it may do, end the partnership, add a customer. */
export function ResellerActions({ subject }: { readonly subject: ResellerSubject }) {
  const { t } = useTranslation();
  const { id, row, goneAt } = subject;
  const standing = usePartners()?.verdictOf(subject.partnerId)?.standing;
  const letter = standing && letterFor(standing);
  const about = { reseller: id, back: `/resellers/${id}` };
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement><MenuButton icon={<Mail20Regular />}>{t('reseller.write')}</MenuButton></MenuTrigger>
        <MenuPopover>
          <MenuList>
            {letter !== undefined && standing !== undefined && (
              <MenuLink to={letterPath(letter, about)}>{t(`reseller.writeAbout.${standing}`)}</MenuLink>
            )}
            <MenuLink to={letterPath('reseller-note', about)}>{t('reseller.writeNote')}</MenuLink>
          </MenuList>
        </MenuPopover>
      </Menu>
      {goneAt !== undefined && (
        <LinkButton to="/resellers/request" appearance="primary" icon={<Handshake20Regular />}>{t('reseller.request')}</LinkButton>
      )}
      {row !== undefined && (
        <>
          <TakeReseller row={row} />
          <Menu>
            <MenuTrigger disableButtonEnhancement><MenuButton icon={<MoreHorizontal20Regular />}>{t('reseller.more')}</MenuButton></MenuTrigger>
            <MenuPopover>
              <MenuList>
                <MenuLink to={`/resellers/${id}/access`}>{t('access.title')}</MenuLink>
                <MenuLink to={`/resellers/${id}/remove`}>{t('reseller.remove')}</MenuLink>
              </MenuList>
            </MenuPopover>
          </Menu>
          <LinkButton to={`/customers/new?reseller=${id}`} appearance="primary" icon={<PersonAdd20Regular />}>
            {t('action.addCustomer')}
          </LinkButton>
        </>
      )}
    </>
  );
}

/** An entry of a menu that goes to another screen. */
function MenuLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const href = useHref(to);
  const follow = useLinkClickHandler(to);
  return <MenuItemLink href={href} onClick={follow}>{children}</MenuItemLink>;
}
