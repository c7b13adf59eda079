import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'

const frame = intern('Erinnern', 'Kreis')
const page = {
  title: 'Landkreis Göppingen',
  backHref: '/intern/kreis/117',
  href: '/intern/kreis/117/erinnern/umfrage-1',
  wave: 'Umfrage 1 (umfrage-1)',
  mark: '0b7f1f0e-6a5b-4a55-9d53-0c3f7f4f2c11',
  recipients: ['Adelberg (117001)', hostile],
  unreachable: ['Salach (117042)'],
  error: '',
}

export const examples: Examples<'intern/kreis-reminder'> = {
  some: { frame, page },
  nobody: { frame, page: { ...page, recipients: [], unreachable: [], error: 'Die Frist ist abgelaufen.' } },
}
