import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { KreisParagraphPage } from '../../page-data/kreis-report-pages.ts'

const frame = intern('Personal, 2024', 'Kreis')
const page: KreisParagraphPage = {
  kreisHref: '/intern/kreis/117',
  kreis: 'Landkreis Göppingen',
  backHref: '/intern/kreis/117/bericht?jahr=2024#staff',
  action: '/intern/kreis/117/bericht/2024/staff',
  year: '2024',
  section: 'Personal',
  hint: 'Der Text steht im Bericht hinter den Zahlen dieses Abschnitts. Eine leere Zeile beginnt einen neuen Absatz; ohne Text entfällt er.',
  text: '',
  seen: '0',
  written: '',
  error: '',
  others: '',
  earlier: [],
}

export const examples: Examples<'intern/kreis-paragraph'> = {
  blank: { frame, page },
  late: {
    frame,
    page: {
      ...{ ...page, text: hostile, seen: '3', written: 'l.kreis, 03.02.2025, 09:12 Uhr', others: 'Drei Stellen.' },
      error: 'Inzwischen hat jemand diesen Absatz geändert.',
      earlier: [
        { written: 'k.meier, 02.02.2025, 14:30 Uhr', text: hostile },
        { written: 'k.meier, 02.02.2025, 14:28 Uhr', text: '' },
      ],
    },
  },
}
