import type { Frame, Pages } from '../page-data/pages.ts'

/** A page with data to try it with: documentation, test and accessibility check in one. */
export type Examples<Name extends keyof Pages> = Record<string, { frame: Frame; page: Pages[Name] }>
