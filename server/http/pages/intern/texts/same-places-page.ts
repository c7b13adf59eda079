import { replacements } from '../../../../../analysis/texts/redaction/proposal.ts'
import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { Register } from '../../../../../surveys/reading/register.ts'
import type { TextSamePlacesPage } from '../../../../../views/page-data/text-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import type { ListedText } from '../../../../store/texts/list-texts.ts'
import type { RedactionBatch } from '../../../../store/texts/redaction-batches.ts'
import type { KnownRedaction } from '../../../../store/texts/redactions.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import type { SamePlace } from '../../../../texts/same-places.ts'
import { redactionHref, samePlacesHref } from '../text-addresses.ts'
import { fromWords } from './list-page.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'
import { decided } from './redaction-page.ts'

interface Known {
  register: Register
  /** The part from which somebody came, and the text in which it stands. */
  part: KnownRedaction
  text: ListedText
  words: string
  found: readonly { text: ListedText; places: readonly SamePlace[] }[]
  batches: readonly RedactionBatch[]
  /** How many texts have these words, and the addresses of what comes before and after those that are shown. */
  listed: { count: number; skipped: number; shown: number; previous: string; next: string }
  scope: string
}

export function samePlacesPage(asked: AskedTexts, known: Known, said: Said): TextSamePlacesPage {
  const { register, part, text, words, found, batches, listed, scope } = known
  const wave = asked.wave.id
  const { count, skipped, shown, previous, next } = listed
  return {
    ...ofWave(asked, scope, said),
    href: samePlacesHref(wave, text.id, part.id),
    backHref: redactionHref(wave, text.id),
    words,
    replacement: replacements[part.kind],
    summary: count === 1 ? 'Ein Text hat diese Wörter.' : `${formatNumber(count)} Texte haben diese Wörter.`,
    batches: batches.map(({ id, count: parts, accepted, by, at }) => ({
      id,
      line: `${placesWords(parts)} zusammen ${accepted ? 'ersetzt' : 'stehen gelassen'}, ${dayAndTime(at)} von ${by}`,
    })),
    texts: found.map(({ text: one, places }) => ({
      id: one.id,
      question: fieldWords(asked, one.field),
      from: fromWords(one, asked, register),
      redactHref: redactionHref(wave, one.id),
      places: places.map((place) => ({
        value: placeValue(one, place),
        before: one.text.slice(0, place.start),
        after: one.text.slice(place.end),
        isOpen: place.accepted === null,
        state: decided({ ...place, certain: part.certain }),
      })),
    })),
    hasOpen: found.some(({ places }) => places.some(({ accepted }) => accepted === null)),
    pages: {
      previous,
      next,
      position:
        shown === 0 || shown === count
          ? ''
          : `${formatNumber(skipped + 1)} bis ${formatNumber(skipped + shown)} von ${formatNumber(count)}`,
    },
  }
}

export const placeValue = ({ id }: Pick<ListedText, 'id'>, { start, end }: { start: number; end: number }): string =>
  `${id}:${start}-${end}`

const placesWords = (count: number) => (count === 1 ? 'Eine Stelle' : `${formatNumber(count)} Stellen`)
