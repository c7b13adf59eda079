import { contact, hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { ParkedPage } from '../page-data/form-pages.ts'

const page: ParkedPage = {
  sections: [
    {
      id: 'zielpersonen',
      title: 'Zusammensetzung der Zielpersonen',
      fields: [
        {
          box: 'wahl.p1.zp_status_gestattung',
          ticked: false,
          number: 'F5',
          label: 'mit Aufenthaltsgestattung',
          value: '620',
          current: '',
          by: 'KM, 14:03 Uhr',
        },
        {
          box: 'wahl.p2.zp_status_gestattung',
          ticked: true,
          number: 'F5',
          label: 'mit Aufenthaltsgestattung',
          value: '602',
          current: '',
          by: 'ohne Kürzel, 14:05 Uhr',
        },
      ],
      error: '',
    },
    {
      id: 'sprache',
      title: 'Sprache',
      fields: [
        {
          box: 'wahl.p1.im_alpha_kom',
          ticked: false,
          number: 'F20',
          label: hostile,
          value: hostile,
          current: hostile,
          by: hostile,
        },
      ],
      error: '',
    },
  ],
  action: '/erhebung/umfrage-1/117019/aufbewahrt',
  rev: 7,
  seen: '2019-01-14T13:05:00.000Z',
  until: '14.04.2019',
  notice: '',
  over: 'Die Frist ist abgelaufen',
  contact,
}
const frame = inside('Aufbewahrte Eingaben')

export const examples: Examples<'parked'> = {
  several: { frame, page: { ...page, notice: hostile } },
  one: { frame, page: { ...page, sections: page.sections.slice(0, 1) } },
  nothingChosen: {
    frame,
    page: {
      ...page,
      sections: page.sections.map((section, index) => ({
        ...section,
        error: index === 0 ? 'Bitte kreuzen Sie an.' : '',
      })),
    },
  },
  afterFrist: {
    frame: inside('Aufbewahrte Eingaben', { open: false, remaining: 'abgelaufen am 08.02.2019' }),
    page,
  },
  none: { frame, page: { ...page, sections: [] } },
}
