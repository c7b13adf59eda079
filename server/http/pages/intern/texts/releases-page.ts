import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { TextReleasesPage } from '../../../../../views/page-data/text-pages.ts'
import type { ListedText } from '../../../../store/texts/list-texts.ts'
import type { TextRelease } from '../../../../store/texts/releases.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import { redactionHref, releaseHref, releasesHref } from '../text-addresses.ts'
import { textsOnPage } from './list-page.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'
import { releaseWords } from './redaction-page.ts'

interface Known {
  releases: readonly TextRelease[]
  count: number
  page: number
  /** The texts that the account may see, by their numbers. */
  texts: ReadonlyMap<number, ListedText>
  account: number
  /** Whether it has the right to release. */
  may: boolean
  scope: string
}

export function releasesPage(asked: AskedTexts, known: Known, said: Said = {}): TextReleasesPage {
  const { releases, count, page, texts, account, may, scope } = known
  const wave = asked.wave.id
  const last = Math.max(1, Math.ceil(count / textsOnPage))
  const href = (to: number) => `${releasesHref(wave)}?seite=${to}`
  return {
    ...ofWave(asked, scope, said),
    entries: releases.flatMap((one) => {
      const text = texts.get(one.text)
      if (text === undefined) return []
      const isWaiting = one.releasedBy === null
      return [
        {
          id: one.text,
          question: fieldWords(asked, one.field),
          wording: one.wording,
          original: text.text,
          state: releaseWords(one),
          isWaiting,
          mayRelease: may && isWaiting && one.preparedById !== account,
          mayEnd: may,
          href: releaseHref(wave, one.text),
          redactHref: redactionHref(wave, one.text),
        },
      ]
    }),
    pages: {
      previous: page > 1 ? href(page - 1) : '',
      next: page < last ? href(page + 1) : '',
      position: last === 1 ? '' : `Seite ${formatNumber(page)} von ${formatNumber(last)}`,
    },
  }
}
