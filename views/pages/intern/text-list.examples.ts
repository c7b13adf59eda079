import { hostile, intern } from '../../examples/example-frame.ts'
import { ofWave } from '../../examples/example-texts.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { TextListPage } from '../../page-data/text-pages.ts'

const frame = intern('Liste der Texte umfrage-3', 'Texte')
const href = ofWave.textsHref
const page: TextListPage = {
  ...ofWave,
  asked: {
    action: `${href}/liste`,
    search: 'Unterkunft',
    choices: [
      {
        name: 'frage',
        label: 'Frage',
        groups: [{ label: '', options: [{ value: '', label: 'alle Fragen', selected: true }] }],
      },
      {
        name: 'gruppe',
        label: 'Wer anderswo angab',
        groups: [{ label: 'F5 Wie oft?', options: [{ value: 'oft:1', label: 'häufig', selected: false }] }],
      },
    ],
    wholeHref: `${href}/liste`,
  },
  summary: '2 Texte',
  codeHref: `${href}/kodieren?suche=Unterkunft`,
  texts: ['Die Wege zwischen den Flüchtlingsunterkünften sind weit.', hostile].map((text, place) => ({
    id: place + 1,
    question: 'F6: Worum geht es in der Beratung?',
    from: '117000-001 (117000-001)',
    text,
    own: place === 0 ? ['Wohnen'] : [],
    state: 'einmal zugeordnet',
    codeHref: `${href}/kodieren?text=${place + 1}`,
    redactHref: `${href}/schwaerzen/${place + 1}`,
  })),
  pages: { previous: '', next: `${href}/liste?nach=zp_gesamt_kom.50`, position: '1 bis 50 von 96' },
}

export const examples: Examples<'intern/text-list'> = {
  some: { frame, page },
  none: {
    frame,
    page: {
      ...page,
      summary: '0 Texte',
      texts: [],
      asked: { ...page.asked, wholeHref: '' },
      pages: { previous: '', next: '', position: '' },
    },
  },
}
