import { contact, hostile, inside } from '../examples/example-frame.ts'
import type { Examples } from '../examples/page-examples.ts'
import type { ForeignTablePage } from '../page-data/foreign-table-pages.ts'

const home = '/erhebung/umfrage-1/117019'
const frame = inside('Auswertung aus Ihrem Fachverfahren')
const page: ForeignTablePage = {
  action: `${home}/auswertung`,
  notice: '',
  error: '',
  counting: `${home}/auszaehlen`,
  isList: false,
  ownFile: `${home}/eigene-datei`,
  remembered: { count: 12, action: `${home}/auswertung/vergessen` },
  part: '',
  closed: '',
  contact,
}

export const examples: Examples<'foreign-table'> = {
  usual: { frame, page },
  first: { frame, page: { ...page, remembered: undefined, counting: '', notice: 'Die Zuordnung ist vergessen.' } },
  list: { frame, page: { ...page, isList: true, error: `In der Datei ${hostile} steht keine Zahl.` } },
  sections: { frame, page: { ...page, ownFile: '', part: 'sections', remembered: { count: 1, action: page.action } } },
  closed: { frame, page: { ...page, closed: 'Die Frist ist abgelaufen.', part: 'asked' } },
}
