import { type Proposal, replacements } from '../../../../../analysis/texts/redaction/proposal.ts'
import type { Register } from '../../../../../surveys/reading/register.ts'
import type { TextRedactionPage } from '../../../../../views/page-data/text-pages.ts'
import type { ListedText } from '../../../../store/texts/list-texts.ts'
import type { KnownRedaction } from '../../../../store/texts/redactions.ts'
import type { TextRelease } from '../../../../store/texts/releases.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import { wordingOf } from '../../../../texts/redact-text.ts'
import { redactionHref, releasesHref, samePlacesHref } from '../text-addresses.ts'
import { fromWords } from './list-page.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'

interface Known {
  register: Register
  text: ListedText
  redactions: readonly KnownRedaction[]
  proposals: readonly Proposal[]
  release: TextRelease | undefined
  scope: string
  typed?: { part: string; kind: string }
}

export function redactionPage(asked: AskedTexts, known: Known, said: Said = {}): TextRedactionPage {
  const { register, text, redactions, proposals, release, scope, typed } = known
  const wave = asked.wave.id
  return {
    ...ofWave(asked, scope, said),
    href: redactionHref(wave, text.id),
    releasesHref: releasesHref(wave),
    question: fieldWords(asked, text.field),
    from: fromWords(text, asked, register),
    pieces: piecesOf(text.text, redactions),
    parts: redactions.map((one, at) => ({
      id: one.id,
      number: at + 1,
      said: text.text.slice(one.start, one.end),
      replacement: replacements[one.kind],
      why:
        proposals.find(({ start, end }) => start === one.start && end === one.end)?.why ??
        (one.markedBy === null ? 'Gefunden.' : `Markiert von ${one.markedBy}.`),
      state: decided(one),
      isOpen: one.accepted === null,
      everywhereHref: samePlacesHref(wave, text.id, one.id),
    })),
    kinds: Object.entries(replacements).map(([value, label]) => ({ value, label, selected: value === typed?.kind })),
    typed: typed?.part ?? '',
    wording: wordingOf(text.text, redactions),
    isReady: redactions.every(({ accepted }) => accepted !== null),
    state: releaseWords(release),
  }
}

export const decided = ({
  accepted,
  decidedBy,
  certain,
}: Pick<KnownRedaction, 'accepted' | 'decidedBy' | 'certain'>): string =>
  accepted === null
    ? certain
      ? 'vorgeschlagen'
      : 'zu entscheiden'
    : `${accepted ? 'wird ersetzt' : 'bleibt stehen'}${decidedBy === null ? '' : ` (${decidedBy})`}`

export const releaseWords = (release: TextRelease | undefined): string =>
  release === undefined
    ? ''
    : release.releasedBy === null
      ? `Vorgelegt von ${release.preparedBy}, wartet auf ein zweites Konto.`
      : `Vorgelegt von ${release.preparedBy}, freigegeben von ${release.releasedBy}.`

function piecesOf(text: string, redactions: readonly KnownRedaction[]): TextRedactionPage['pieces'] {
  const pieces: TextRedactionPage['pieces'] = []
  let at = 0
  for (const [place, { start, end }] of redactions.entries()) {
    if (start < at) continue
    if (start > at) pieces.push({ text: text.slice(at, start), number: 0 })
    pieces.push({ text: text.slice(start, end), number: place + 1 })
    at = end
  }
  return at < text.length ? [...pieces, { text: text.slice(at), number: 0 }] : pieces
}
