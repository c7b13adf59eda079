import type { Row } from './row.ts'
import { autosave } from './rows/autosave.ts'
import { page } from './rows/page.ts'
import { submit } from './rows/submit.ts'

/** What is measured against a bare server that does no more than the work itself. */
export const rows: readonly Row[] = [page, autosave, submit]
