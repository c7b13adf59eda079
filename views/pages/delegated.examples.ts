import { contact, hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { Pages } from '../page-data/pages.ts'

const frame = inside('Ihre Abschnitte', {
  home: '/zuarbeit/3',
  editor: 'Petra Beispiel',
  due: '01.02.2019',
  leave: '/zuarbeit/abmelden',
})
const page: Pages['delegated'] = {
  askedBy: 'KM',
  said: hostile,
  sections: [
    {
      href: '/zuarbeit/3/abschnitt/deutsch',
      title: 'Deutsch',
      numbers: 'F5 bis F10',
      filled: '3 von 12 Feldern',
      state: 'offen',
    },
    { href: '/zuarbeit/3/abschnitt/wohnen', title: hostile, numbers: 'F11', filled: '', state: 'zu prüfen' },
  ],
  counting: '/zuarbeit/3/auszaehlen',
  table: '/zuarbeit/3/auswertung',
  done: '',
  doneAction: '/zuarbeit/3/erledigt',
  notice: '',
  contact,
}

export const examples: Examples<'delegated'> = {
  asked: { frame, page },
  done: { frame, page: { ...page, said: '', done: '14:03 Uhr', notice: 'Danke.' } },
}
