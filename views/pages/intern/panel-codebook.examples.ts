import { hostile, intern } from '../../examples/example-frame.ts'
import type { Examples } from '../../examples/page-examples.ts'
import type { PanelCodebookPage } from '../../page-data/evaluation-pages.ts'
import { bookPage } from './codebook.examples.ts'

const frame = intern('Codebuch mehrerer Wellen', 'Exporte')
const page: PanelCodebookPage = {
  exportsHref: '/intern/exporte',
  form: { action: '/intern/exporte/codebuch', kept: [], choices: [], resetHref: '' },
  error: '',
  result: bookPage.result,
}

export const examples: Examples<'intern/panel-codebook'> = {
  both: { frame, page },
  impossible: { frame, page: { ...page, error: `Die Welle „${hostile}“ gibt es nicht.`, result: null } },
}
