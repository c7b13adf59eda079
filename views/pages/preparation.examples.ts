import { contact, hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const frame = outside('Vorbereitung: Umfrage zur Lage der Geflüchteten vor Ort')

const whole = {
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  synthetic: true,
  surveyHref: '/erhebungen/umfrage-1',
  paperHref: '/erhebungen/umfrage-1/fragebogen.pdf',
  facts: [
    { label: 'Stichtag', lines: ['15.12.2018; für diesen Tag gelten die Zahlen'] },
    { label: 'Frist', lines: ['08.02.2019, 24 Uhr'] },
  ],
  introduction: ['Nicht alle Zahlen liegen an einem Ort.'],
  atHand: ['Ihr Zugangscode aus dem Anschreiben', hostile],
  time: ['Auf Auskünfte warten Sie meist länger, als das Ausfüllen dauert.'],
  sources: [
    {
      name: 'Ausländerbehörde',
      where: 'meist beim Landratsamt',
      hint: 'Bitten Sie um den Stand vom 15.12.2018.',
      asOf: '15.12.2018',
      questions: [
        { number: 'F4', title: 'Wie viele Zielpersonen lebten am 15.12.2018 in Ihrer Kommune?', numbers: 1 },
        { number: 'F5', title: 'Welchen rechtlichen Status haben die Zielpersonen?', numbers: 9 },
      ],
    },
    { name: hostile, where: '', hint: '', asOf: hostile, questions: [{ number: 'F6', title: hostile, numbers: 0 }] },
  ],
  own: [{ number: 'F3', title: 'Wen kann das Integrationsmanagement betreuen?', numbers: 0 }],
  terms: [
    { term: 'Duldung', meaning: 'Die Abschiebung ist vorübergehend ausgesetzt.', source: '§ 60a AufenthG' },
    { term: 'VZÄ', meaning: hostile, source: '' },
  ],
  contact,
}

export const examples: Examples<'preparation'> = {
  whole: { frame, page: whole },
  little: { frame, page: { ...whole, synthetic: false, own: [], terms: [], sources: whole.sources.slice(1) } },
}
