import type { AmendmentEntry } from '../page-data/amendment-entry.ts'
import { hostile } from './example-frame.ts'

export const holding: AmendmentEntry = {
  id: 7,
  title: 'F4, Anzahl der Zielpersonen',
  was: '1.520',
  became: '152',
  lines: [
    'Tippfehler; Gespräch am Telefon',
    'Die Null war zu viel.',
    'eingetragen 14.01.2019, 14:03 Uhr von f.eins und f.zwei',
  ],
  badge: { tone: 'success', label: 'gilt' },
  objection: '',
  isOpen: true,
}

/** One that rests and is spoken against, and one that was taken back. */
export const amendments: AmendmentEntry[] = [
  holding,
  {
    id: 6,
    title: hostile,
    was: hostile,
    became: 'kein Wert',
    lines: [hostile, 'ruht, weil jetzt etwas anderes angegeben ist'],
    badge: { tone: 'warning', label: 'ruht' },
    objection: hostile,
    isOpen: true,
  },
  { ...holding, id: 5, badge: { tone: 'plain', label: 'zurückgenommen' }, isOpen: false },
]
