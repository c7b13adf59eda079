import type { Operator, OwnTexts } from '../../schemas/operator.ts'
import type { LogoKind } from './check-logo.ts'

export type OwnPage = keyof OwnTexts

/** Who runs this site, as far as it is known. */
export interface SiteOperator {
  /** The file that says so, or ''. */
  file: string
  facts: Partial<Operator>
  logo: (LogoKind & { bytes: Buffer; alt: string }) | undefined
  /** What stands in place of our templates, as HTML. */
  ownTexts: Partial<Record<OwnPage, string>>
}

export const unknownOperator: SiteOperator = { file: '', facts: {}, logo: undefined, ownTexts: {} }
