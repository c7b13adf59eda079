import { type Holder, mayUse, type Right } from '../domain/rights.ts'
import {
  amendmentsHref,
  callsHref,
  changesHref,
  codebookHref,
  lettersHref,
  mailHref,
  mailOfWaveHref,
  qualityHref,
  queriesOfWaveHref,
  responseHref,
  responsePictureHref,
  screeningHref,
  waveHref,
  waveStepHref,
  wavesHref,
} from '../http/pages/intern/addresses.ts'

/** The pages of one wave in the order of the work. A new page is one line here. */
const pages: readonly { label: string; right: Right; href: (wave: string) => string; also?: RegExp }[] = [
  { label: 'Überblick', right: 'wave.read', href: waveHref, also: /^nach-der-frist$/ },
  {
    label: 'Ablauf',
    right: 'wave.read',
    href: (wave) => waveStepHref(wave, 'ablauf'),
    also: /^(?:oeffnen|schliessen|termine|beteiligte|gesehen|probelauf)(?:\/|$)/,
  },
  { label: 'Einladungen', right: 'field.manage', href: lettersHref },
  { label: 'Rücklauf', right: 'field.read', href: responseHref, also: /^teilnehmende\/(?![^/]+\/rueckfragen$)/ },
  { label: 'Stand', right: 'field.read', href: responsePictureHref },
  { label: 'Anrufe', right: 'field.read', href: callsHref },
  { label: 'Prüfen', right: 'answers.read', href: screeningHref },
  { label: 'Rückfragen', right: 'answers.read', href: queriesOfWaveHref, also: /^teilnehmende\/[^/]+\/rueckfragen$/ },
  { label: 'Post', right: 'field.read', href: mailOfWaveHref },
  { label: 'Korrekturen', right: 'answers.read', href: amendmentsHref },
  { label: 'Geändert', right: 'changes.read', href: changesHref },
  { label: 'Qualität', right: 'changes.read', href: qualityHref },
  { label: 'Codebuch', right: 'answers.export', href: codebookHref },
  { label: 'Fristen', right: 'field.read', href: (wave) => waveStepHref(wave, 'fristen') },
]

/** What somebody may open of the wave that the address is about, and in which of them it lies; none where it is about no wave. */
export function waveNavigationOf(holder: Holder, url: string): { href: string; label: string; current: boolean }[] {
  const { pathname, searchParams } = new URL(url, 'http://intern')
  const isMail = pathname === mailHref || pathname.startsWith(`${mailHref}/`)
  const [wave = '', ...rest] = pathname.startsWith(`${wavesHref}/`)
    ? pathname.slice(wavesHref.length + 1).split('/')
    : []
  const id = isMail ? (searchParams.get('welle') ?? '') : wave
  if (id === '') return []
  const here = rest.join('/')
  const isHere = (href: string, also?: RegExp) =>
    isMail ? href === mailOfWaveHref(id) : isWithin(href, pathname, waveHref(id)) || also?.test(here) === true
  return pages
    .filter(({ right }) => mayUse(holder, right))
    .map(({ label, href, also }) => ({ label, href: href(id), current: isHere(href(id), also) }))
}

/** The page of the wave itself holds all the others, and is only where nothing follows. */
const isWithin = (href: string, path: string, root: string): boolean =>
  path === href || (href !== root && path.startsWith(`${href}/`))
