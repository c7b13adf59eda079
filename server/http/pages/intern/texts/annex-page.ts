import type { AnnexDocument } from '../../../../../analysis/texts/annex/document.ts'
import type { TextAnnexPage } from '../../../../../views/page-data/text-pages.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import { releasesHref, textAnnexHref } from '../text-addresses.ts'
import { ofWave, type Said } from './of-wave.ts'

/** What an annex is taken away as. */
export const annexFiles = {
  pdf: 'PDF',
  html: 'HTML',
  csv: 'CSV: Auszüge',
  zahlen: 'CSV: Anzahlen',
} as const

export type AnnexFile = keyof typeof annexFiles

export function annexPage(
  asked: AskedTexts,
  { plan, annex }: { plan: string; annex: AnnexDocument | undefined },
  said: Said,
): TextAnnexPage {
  const wave = asked.wave.id
  return {
    ...ofWave(asked, '', said),
    href: textAnnexHref(wave),
    releasesHref: releasesHref(wave),
    plan,
    annex: annex ?? null,
    files: Object.entries(annexFiles).map(([value, label]) => ({ value, label })),
  }
}
