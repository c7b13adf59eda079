import { roles } from '../domain/rights.ts'
import type { PersonText } from '../store/person-texts.ts'
import type { PersonFound } from './find-person.ts'
import { placeLine } from './office-places.ts'

const states: Record<string, string> = {
  'contact.draft_value': 'im Entwurf',
  'public.answer_value': 'im Entwurf',
  'contact.draft_change': 'früher im Entwurf',
  'public.answer_change': 'früher im Entwurf',
  'contact.parked_page': 'nach dem Ende der Sitzung eingegangen',
  'public.answer_page': 'nach dem Ende der Sitzung eingegangen',
  'contact.respondent': 'abgesendete Kontaktdaten',
  'public.submission': 'abgesendet',
  'public.audit_aside': 'notiert',
  'public.import_batch': 'eingelesen',
  'staff.upload': 'hochgeladen',
  'contact.address': 'im Adressbuch',
  'contact.dispatch': 'vermerkt',
  'contact.delegation': 'an eine Kollegin oder einen Kollegen geschrieben',
  'contact.figure_place': 'als Überschrift gemerkt',
  'contact.paper_entry': 'von Papier erfasst',
  'contact.paper_scan': 'als Scan abgelegt',
  'contact.field_note': 'notiert',
  'contact.query_entry': 'geschrieben',
  'contact.roll_up_said': 'geschrieben',
  'public.kreis_paragraph': 'geschrieben',
  'public.saved_view': 'notiert',
  'public.annex_plan': 'notiert',
  'public.screening_decision': 'notiert',
  'public.amendment': 'vermerkt',
  'public.job': 'vermerkt',
  'staff.approval': 'vorgelegt',
  'public.registry_import': 'eingelesen',
  'public.text_source': 'eingelesen',
  'public.written_text': 'eingelesen',
  'public.codebook': 'notiert',
  'public.codebook_version': 'notiert',
  'public.coding_settlement': 'notiert',
  'public.text_release': 'vorgelegt',
  post: 'abgelegt',
}

/** In which state of an answer a text stands, in words. */
export const stateOf = ({ table }: Pick<PersonText, 'table'>): string => states[table] ?? table

const longest = 70

/** What was found, a line each; the texts have numbers to choose them by. */
export function linesOf({ texts, initials, asked, accounts, registered }: PersonFound): string[] {
  const short = (text: string) => {
    const line = text.replace(/\s+/g, ' ')
    return line.length > longest ? `${line.slice(0, longest)} …` : line
  }
  return [
    ...texts.map((one, index) => `${index + 1}. ${placeLine(one)} (${stateOf(one)}): ${short(one.text)}`),
    ...initials.map(({ wave, unit, label }) => `Kürzel „${label}“ in ${wave} ${unit}`),
    ...asked.map(({ wave, unit }) => `Befragt als ${unit} in ${wave}: alle Antworten dort betreffen diese Person.`),
    ...accounts.map(({ name, role }) => `Konto „${name}“ (${roles[role]})`),
    ...registered.flatMap(({ number, facts }) => facts.map((one) => `Im Verzeichnis unter ${number}: ${one}`)),
  ]
}
