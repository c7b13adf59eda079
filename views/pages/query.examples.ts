import { hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { QueryPage, QueryView } from '../page-data/query-view.ts'

/** A Rückfrage that was answered, and came back. */
export const query: QueryView = {
  id: 7,
  href: '/erhebung/umfrage-1/117019/rueckfragen/7',
  label: 'F5, mit Aufenthaltsgestattung',
  title: 'Rückfrage zu F5, mit Aufenthaltsgestattung',
  sentence: '',
  question: 'zp_status',
  fieldHref: '/erhebung/umfrage-1/117019/abschnitt/zielpersonen#zp_status_gestattung',
  badge: { tone: 'warning', label: 'Antwort erbeten' },
  due: '22.02.2019',
  open: true,
  entries: [
    { who: 'Rückfrage', by: '', at: '11.02.2019, 10:00 Uhr', text: 'Sind es wirklich 620?', receipt: null },
    { who: 'Ihre Antwort', by: 'KM', at: '12.02.2019, 09:12 Uhr', text: hostile, receipt: null },
    {
      who: 'Erneut abgesendet',
      by: 'KM',
      at: '12.02.2019, 09:30 Uhr',
      text: '',
      receipt: { href: '/erhebung/umfrage-1/117019/quittung/Q-7F3K-2', number: 'Q-7F3K-2' },
    },
    { who: 'Rückfrage', by: '', at: '13.02.2019, 10:00 Uhr', text: 'Auch die 62 in F6?', receipt: null },
  ],
}

const page: QueryPage = {
  query,
  action: '/erhebung/umfrage-1/117019/rueckfragen/7',
  typed: '',
  error: '',
  notice: '',
  changeable: true,
  checkHref: '/erhebung/umfrage-1/117019/pruefen',
}
const frame = inside('Rückfrage', { open: false, asked: true })

export const examples: Examples<'query'> = {
  open: { frame, page },
  check: {
    frame,
    page: {
      ...page,
      query: { ...query, title: 'Rückfrage zum Hinweis zu F5', sentence: 'In F5 steht …, in F4 aber …: …' },
    },
  },
  refused: { frame, page: { ...page, typed: hostile, error: 'Bitte schreiben Sie eine Antwort.' } },
  closed: {
    frame: inside('Rückfrage', { open: false }),
    page: {
      ...page,
      query: { ...query, badge: { tone: 'success', label: 'abgeschlossen' }, due: '', open: false },
      notice: hostile,
      changeable: false,
    },
  },
}
