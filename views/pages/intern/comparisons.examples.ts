import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { ChoiceForm } from '../../page-data/evaluation-pages.ts'

const form: ChoiceForm = {
  action: '/intern/vergleich',
  kept: [],
  choices: [
    {
      name: 'von',
      label: 'Von',
      groups: [
        {
          label: '',
          options: [
            { value: 'umfrage-1', label: 'umfrage-1, Stichtag 15.12.2018', selected: true },
            { value: hostile, label: hostile, selected: false },
          ],
        },
      ],
    },
  ],
  resetHref: '',
}
const frame = intern('Vergleich', 'Vergleich')
const why = 'Frage und Zielgruppe sind dieselben.'

export const examples: Examples<'intern/comparisons'> = {
  concepts: {
    frame,
    page: {
      form,
      error: '',
      isOfMany: false,
      summary: 'Beide Wellen haben 2 Fragen gemeinsam.',
      common: hostile,
      search: hostile,
      wholeHref: '/intern/vergleich',
      concepts: [
        {
          numbers: 'F5 → F8',
          title: 'Rechtlicher Status der Zielpersonen',
          caveat: { label: 'gleich gefragt', tone: 'success', why },
          computed: [
            {
              href: '/intern/vergleich?variable=zp_duldung_anteil',
              label: 'Anteil mit Duldung',
              name: 'zp_duldung_anteil',
            },
          ],
          items: [
            { href: '/intern/vergleich?variable=zp_status_duldung', label: 'Duldung', name: 'zp_status_duldung' },
          ],
        },
        {
          numbers: 'F4 → F5',
          title: hostile,
          caveat: { label: 'andere Bezugsgruppe', tone: 'warning', why: hostile },
          computed: [],
          items: [{ href: '/intern/vergleich?variable=zp_gesamt', label: hostile, name: hostile }],
          open: true,
        },
      ],
      single: [
        {
          number: 'F6 in umfrage-4',
          title: 'Weggezogene',
          caveat: { label: 'nur später gefragt', tone: 'plain', why },
        },
      ],
      saved: [
        {
          id: '1',
          href: '/intern/vergleich?variable=zp_gesamt',
          title: hostile,
          note: hostile,
          by: hostile,
          actHref: '/x',
        },
        { id: '2', href: '/x', title: 'Für den Bericht', note: '', by: 'forschung, 30.11.2026', actHref: '' },
      ],
      official: [
        {
          href: '/intern/vergleich?variable=einwohner',
          label: 'Einwohnerzahl',
          name: 'einwohner',
          sources: 'Destatis',
        },
        { href: '/intern/vergleich?variable=x', label: hostile, name: 'x', sources: hostile },
      ],
    },
  },
  impossible: {
    frame,
    page: {
      form,
      isOfMany: true,
      error: `Die Welle „${hostile}“ gibt es nicht.`,
      summary: '',
      common: '',
      search: '',
      wholeHref: '',
      concepts: [],
      single: [],
      official: [],
      saved: [],
    },
  },
}
