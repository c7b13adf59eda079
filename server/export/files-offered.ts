import { type Holder, mayUse } from '../domain/rights.ts'
import {
  type CodingFile,
  codingFiles,
  type RuleFile,
  ruleFileNames,
  type ScientificFile,
  scientificFiles,
  type WaveFile,
  waveFiles,
} from './files.ts'
import { isOutside } from './scientific/who-gets.ts'

/** What the page gives, one by one. */
export const offeredFiles = [...waveFiles, 'seit', ...codingFiles, ...ruleFileNames, ...scientificFiles] as const

export type OfferedFile = WaveFile | CodingFile | RuleFile | ScientificFile | 'seit'

export const isScientificFile = (file: OfferedFile): file is ScientificFile =>
  scientificFiles.some((one) => one === file)

export const isRuleFile = (file: OfferedFile): file is RuleFile => ruleFileNames.some((one) => one === file)

export const isCodingFile = (file: OfferedFile): file is CodingFile => codingFiles.some((one) => one === file)

/** What people wrote tells of single ones: it goes to those who may look at single answers. */
export const mayReadRemarks = (holder: Holder): boolean => mayUse(holder, 'answers.read')

export const mayTake = (holder: Holder, file: OfferedFile): boolean =>
  isCodingFile(file) ? mayUse(holder, 'texts.code') : file !== 'anmerkungen' || mayReadRemarks(holder)

/** The files that somebody may have, in two groups; what they should have stands first. */
export function filesFor(holder: Holder): { label: string; files: readonly OfferedFile[] }[] {
  const whole = {
    label: 'Mit Kommune oder Person',
    files: offeredFiles.filter((file) => !isScientificFile(file) && mayTake(holder, file)),
  }
  const science = { label: 'Ohne dass jemand zu erkennen ist', files: scientificFiles }
  if (holder.isScoped) return [whole]
  return isOutside(holder.role) ? [science, whole] : [whole, science]
}
