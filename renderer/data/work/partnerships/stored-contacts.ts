import { ResellerContact } from '../../../../shared/domain/partnership/reseller-contact.ts';
import { Sighting } from '../../../../shared/domain/partnership/sighting.ts';
import type { PartnershipStore } from '../../../../shared/ports/partnership-store.ts';
import { readRow, readRows } from '../readable-rows.ts';
import { addNotes } from './partnership-context.ts';
import type { PartnershipContext } from './partnership-context.ts';

type Kept = Omit<ResellerContact, 'updatedAt'>;
const isSame = (a: Kept | undefined, b: Kept): boolean => a?.email === b.email && a.name === b.name && a.language === b.language;

/** Whom to write to at each reseller. */
export function storedContacts(context: PartnershipContext): Pick<PartnershipStore, 'contacts' | 'saveContact'> {
  const { database, account, clock } = context;
  const { contacts, sightings, journal } = database;
  return {
    contacts: async () => readRows(ResellerContact, await contacts.toArray()),
    saveContact: (contact) =>
      database.transaction('rw', contacts, sightings, journal, async () => {
        // kept again as it was: nothing that the journal need tell
        if (isSame(readRow(ResellerContact, await contacts.get(contact.id)), contact)) return;
        const at = clock.now();
        await contacts.put(ResellerContact.parse({ ...contact, updatedAt: at }));
        const listed = readRow(Sighting, await sightings.get(contact.id));
        const subject = listed?.name ?? (contact.name === '' ? undefined : contact.name);
        const details = { email: contact.email, ...(listed === undefined ? {} : { partnerId: listed.partnerId }) };
        await addNotes(context, [{ at, who: account.userName, what: 'partner-contact-kept', subject, details }]);
      }),
  };
}
