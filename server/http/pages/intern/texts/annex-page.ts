import type { AnnexDocument } from '../../../../../analysis/texts/annex/document.ts'
import type { TextAnnexPage } from '../../../../../views/page-data/text-pages.ts'
import { dayOfTime } from '../../../../domain/german-time.ts'
import type { KeptPlan } from '../../../../store/texts/annex-plans.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import { annexPlansHref, releasesHref, textAnnexHref } from '../text-addresses.ts'
import { ofWave, type Said } from './of-wave.ts'

/** What an annex is taken away as. */
export const annexFiles = {
  pdf: 'PDF',
  html: 'HTML',
  csv: 'CSV: Auszüge',
  zahlen: 'CSV: Anzahlen',
} as const

export type AnnexFile = keyof typeof annexFiles

/** How long the name of a kept plan may be. */
export const longestTitle = 500

interface Known {
  plan: string
  annex: AnnexDocument | undefined
  plans: readonly KeptPlan[]
  /** The number of the kept one that is shown, or was before somebody typed. */
  kept: number | undefined
  title?: string | undefined
  account: number
}

export function annexPage(asked: AskedTexts, known: Known, said: Said): TextAnnexPage {
  const { plan, annex, plans, kept, title, account } = known
  const wave = asked.wave.id
  const own = plans.find(({ id, accountId }) => id === kept && accountId === account)
  return {
    ...ofWave(asked, '', said),
    href: textAnnexHref(wave),
    releasesHref: releasesHref(wave),
    plan,
    keepHref: annexPlansHref(wave),
    title: title ?? own?.title ?? '',
    own: own?.id ?? null,
    plans: plans.map(({ id, title: name, by, savedAt }) => ({
      href: `${textAnnexHref(wave)}?plan=${id}`,
      title: name,
      by: `${by}, ${dayOfTime(savedAt)}`,
      isShown: id === kept,
    })),
    annex: annex ?? null,
    files: Object.entries(annexFiles).map(([value, label]) => ({ value, label })),
  }
}
