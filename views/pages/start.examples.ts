import { contact, hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const frame = outside('Wer fragt, und wozu')
const running = {
  href: '/erhebungen/umfrage-1',
  title: 'Umfrage zur Lage der Geflüchteten vor Ort',
  stichtag: '15.12.2018',
  frist: '08.02.2019',
  open: true,
  synthetic: true,
  preparation: '/erhebungen/umfrage-1/vorbereitung',
}

export const examples: Examples<'start'> = {
  waves: {
    frame: { ...frame, operator: { ...frame.operator, invented: true } },
    page: {
      name: 'Beispielinstitut für Erhebungen',
      facts: [
        { label: 'Wer fragt', lines: ['Beispielinstitut für Erhebungen'] },
        { label: 'Müssen Sie antworten?', lines: ['Nein, die Teilnahme ist freiwillig.', hostile] },
      ],
      contact,
      genuine: {
        address: 'https://umfrage.example.org',
        announced: 'https://www.example.org/erhebungen',
        mailFrom: 'example.org',
      },
      running: [
        running,
        { ...running, href: '/erhebungen/b', title: hostile, stichtag: '', synthetic: false, preparation: '' },
      ],
      closed: [{ ...running, href: '/erhebungen/umfrage-0', open: false }],
    },
  },
  empty: {
    frame: { ...frame, operator: { name: '', logo: null, invented: false } },
    page: {
      name: '',
      facts: [{ label: 'Wer fragt', lines: ['noch nicht angegeben'] }],
      contact: { name: hostile, mail: '', phone: '', hours: '' },
      genuine: { address: '', announced: '', mailFrom: '' },
      running: [],
      closed: [],
    },
  },
}
