import { intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import { jobs } from './mail.examples.ts'

const frame = intern('Aufträge')

export const examples: Examples<'intern/jobs'> = {
  some: { frame, page: { notice: 'Der Auftrag ist angehalten.', jobs, mayManage: true } },
  none: { frame, page: { notice: '', jobs: [], mayManage: false } },
}
