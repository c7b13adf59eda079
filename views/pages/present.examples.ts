import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { PresentPage } from '../page-data/form-pages.ts'

const frame = inside('Wer ist angemeldet?')
const page: PresentPage = {
  action: '/erhebung/umfrage-1/117019/angemeldet',
  notice: '',
  sessions: [
    { id: 's1', who: 'KM', device: 'Firefox, Windows', since: '13:40 Uhr', seenAt: '14:03 Uhr', own: true },
    { id: 's2', who: 'ohne Kürzel', device: '', since: '13:02 Uhr', seenAt: '13:55 Uhr', own: false },
    { id: 's3', who: hostile, device: 'Safari, iPhone', since: '08:15 Uhr', seenAt: '14:01 Uhr', own: false },
  ],
}

export const examples: Examples<'present'> = {
  several: { frame, page },
  alone: { frame, page: { ...page, notice: 'Die Sitzung ist beendet.', sessions: page.sessions.slice(0, 1) } },
}
