import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextSamePlacesPage } from '../../page-data/text-pages.ts'

const frame = intern('Schwärzen umfrage-3', 'Texte')
const href = `${ofWave.textsHref}/schwaerzen`
const place = { value: '1:7-16', before: 'Das in ', after: ' ist weit.', isOpen: true, state: 'vorgeschlagen' }
const page: TextSamePlacesPage = {
  ...ofWave,
  href: `${href}/1/stelle/1`,
  backHref: `${href}/1`,
  words: 'Göppingen',
  replacement: '[Name der Kommune]',
  summary: '120 Texte haben diese Wörter.',
  batches: [{ id: 1, line: '12 Stellen zusammen ersetzt, 1. Februar 2021, 10:00 Uhr von k.meier' }],
  texts: [
    { id: 1, question: 'F6: Worum geht es?', from: '117000-001', redactHref: `${href}/1`, places: [place] },
    {
      id: 2,
      question: 'F6: Worum geht es?',
      from: '117000-002',
      redactHref: `${href}/2`,
      places: [
        { ...place, value: '2:0-9', before: '', after: hostile },
        { ...place, value: '2:20-29', isOpen: false, state: 'wird ersetzt (k.meier)' },
      ],
    },
  ],
  hasOpen: true,
  pages: { previous: '', next: `${href}/1/stelle/1?nach=zp_gesamt_kom.100`, position: '1 bis 100 von 120' },
}

export const examples: Examples<'intern/text-same-places'> = {
  some: { frame, page },
  refused: {
    frame,
    page: { ...page, errors: [{ field: 'stellen', message: 'Bitte kreuzen Sie mindestens eine Stelle an.' }] },
  },
  decided: {
    frame,
    page: {
      ...page,
      texts: page.texts.map((one) => ({ ...one, places: one.places.map((of) => ({ ...of, isOpen: false })) })),
      hasOpen: false,
      pages: { previous: '', next: '', position: '' },
    },
  },
}
