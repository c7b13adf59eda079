import type { LinkGroup } from '../../views/page-data/staff-pages.ts'
import { type Holder, mayUse, type Right } from '../domain/rights.ts'
import {
  amendmentsHref,
  callsHref,
  changesHref,
  codebookHref,
  lettersHref,
  mailHref,
  mailOfWaveHref,
  papersHref,
  qualityHref,
  queriesOfWaveHref,
  responseHref,
  responsePictureHref,
  returnedFileHref,
  screeningHref,
  waveHref,
  waveStepHref,
  wavesHref,
} from '../http/pages/intern/addresses.ts'
import { textsHref } from '../http/pages/intern/text-addresses.ts'

interface Page {
  label: string
  right: Right
  href: (wave: string) => string
  also?: RegExp
}

/** The pages of one wave by what they are for, in the order of the work. A new page is one line here. */
const groups: readonly { label: string; pages: readonly Page[] }[] = [
  {
    label: 'Erhebung',
    pages: [
      { label: 'Überblick', right: 'wave.read', href: waveHref, also: /^nach-der-frist$/ },
      {
        label: 'Ablauf',
        right: 'wave.read',
        href: (wave) => waveStepHref(wave, 'ablauf'),
        also: /^(?:oeffnen|schliessen|termine|beteiligte|gesehen|probelauf)(?:\/|$)/,
      },
      { label: 'Einladungen', right: 'field.manage', href: lettersHref },
      { label: 'Fristen', right: 'field.read', href: (wave) => waveStepHref(wave, 'fristen') },
    ],
  },
  {
    label: 'Feldzeit',
    pages: [
      { label: 'Rücklauf', right: 'field.read', href: responseHref, also: /^teilnehmende\/(?![^/]+\/rueckfragen$)/ },
      { label: 'Stand', right: 'field.read', href: responsePictureHref },
      { label: 'Anrufe', right: 'field.read', href: callsHref },
      { label: 'Post', right: 'field.read', href: mailOfWaveHref },
    ],
  },
  {
    label: 'Angaben',
    pages: [
      { label: 'Einlesen', right: 'answers.amend', href: returnedFileHref },
      { label: 'Papier', right: 'paper.enter', href: papersHref },
      { label: 'Prüfen', right: 'answers.read', href: screeningHref },
      {
        label: 'Rückfragen',
        right: 'answers.read',
        href: queriesOfWaveHref,
        also: /^teilnehmende\/[^/]+\/rueckfragen$/,
      },
      { label: 'Korrekturen', right: 'answers.read', href: amendmentsHref },
      { label: 'Texte', right: 'texts.code', href: textsHref },
      { label: 'Geändert', right: 'changes.read', href: changesHref },
      { label: 'Qualität', right: 'changes.read', href: qualityHref },
      { label: 'Codebuch', right: 'answers.export', href: codebookHref },
    ],
  },
]

/** What somebody may open of the wave that the address is about, and in which of them it lies; none where it is about no wave. */
export function waveNavigationOf(holder: Holder, url: string): LinkGroup[] {
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
  const open = groups.map(({ label, pages }) => ({
    label,
    links: pages
      .filter(({ right }) => mayUse(holder, right))
      .map((page) => ({ label: page.label, href: page.href(id), current: isHere(page.href(id), page.also) })),
  }))
  return open.filter(({ links }) => links.length > 0)
}

/** The page of the wave itself holds all the others, and is only where nothing follows. */
const isWithin = (href: string, path: string, root: string): boolean =>
  path === href || (href !== root && path.startsWith(`${href}/`))
