import type { AmendmentPages } from './amendment-pages.ts'
import type { CallPages } from './call-pages.ts'
import type { DelegationPages } from './delegation-pages.ts'
import type { FieldPages } from './field-pages.ts'
import type { FormPages, Visitor } from './form-pages.ts'
import type { HelpPages } from './help-pages.ts'
import type { LetterPages } from './letter-pages.ts'
import type { MailPages } from './mail-pages.ts'
import type { OperatorFrame, OperatorPages } from './operator-pages.ts'
import type { PersonPages } from './person-pages.ts'
import type { QueryStaffPages } from './query-pages.ts'
import type { RegisterPages } from './register-pages.ts'
import type { ScreeningPages } from './screening-pages.ts'
import type { StaffFrame, StaffPages } from './staff-pages.ts'
import type { TextPages } from './text-pages.ts'
import type { UnitPages } from './unit-pages.ts'
import type { WavePages } from './wave-pages.ts'

/** What each template in views/pages is given, by its name. */
export interface Pages
  extends AmendmentPages,
    CallPages,
    DelegationPages,
    FieldPages,
    FormPages,
    HelpPages,
    LetterPages,
    MailPages,
    OperatorPages,
    PersonPages,
    QueryStaffPages,
    RegisterPages,
    ScreeningPages,
    StaffPages,
    UnitPages,
    TextPages,
    WavePages {}

/** What every page has. */
export interface Frame {
  /** The page's own title; the layout adds the product's name. */
  title: string
  /** The addresses of style sheet and scripts, with their hash. */
  assets: { css: string; js: string; counting: string }
  /** The token that every form sends along as `_csrf`. */
  csrf: string
  /** The address of the help, which leads back to this page. */
  help: string
  /** Who runs this site. */
  operator: OperatorFrame
  /** Whoever is logged in, or null. */
  visitor: Visitor | null
  /** Who of the staff is logged in, or null. */
  staff: StaffFrame | null
}
