import type { Visitor } from '../../../views/page-data/form-pages.ts'
import type { Pages } from '../../../views/page-data/pages.ts'
import type { Visit } from '../../store/visit.ts'
import { responsibleHref } from './addresses.ts'

interface Said {
  notice?: string
  errors?: Pages['responsible']['errors']
  typed?: Pages['responsible']['typed']
}

/** Whether the right ones were asked: the invitation to pass on, and the form to say who is. */
export function responsiblePage(
  visit: Visit,
  visitor: Visitor,
  { notice = '', errors = [], typed = { who: '', reach: '', said: '' } }: Said,
  origin: string,
): Pages['responsible'] {
  const { name, note } = visitor.unit
  const subject = `Fragebogen „${visitor.waveTitle}“ für ${name}`
  const text = [
    'Guten Tag,',
    '',
    `für ${name}${note === '' ? '' : ` (${note})`} ist ein Fragebogen auszufüllen: „${visitor.waveTitle}“.`,
    `Frist: ${visitor.frist}${visitor.stichtag === '' ? '' : `, Stichtag der Angaben: ${visitor.stichtag}`}.`,
    '',
    `Der Fragebogen öffnet sich unter ${origin}/zugang mit dem Zugangscode aus dem Anschreiben. Das Anschreiben bekommen Sie von mir.`,
  ].join('\n')
  const query = new URLSearchParams({ subject, body: text.replaceAll('\n', '\r\n') }).toString().replaceAll('+', '%20')
  return { action: responsibleHref(visit), notice, errors, typed, text, mailHref: `mailto:?${query}`, unit: name }
}
