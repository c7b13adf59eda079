import { hostile, outside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'

const frame = outside('Zuarbeit')
const page = { action: '/zuarbeit', key: '', error: '', notice: '' }

export const examples: Examples<'delegate-key'> = {
  first: { frame, page },
  ended: { frame, page: { ...page, notice: 'Ihre Sitzung ist beendet.' } },
  wrong: { frame, page: { ...page, key: hostile, error: 'Mit diesem Schlüssel öffnet sich nichts.' } },
}
