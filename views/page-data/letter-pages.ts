import type { Fault, Offer } from './pieces.ts'

interface WaveHead {
  id: string
  title: string
  href: string
  synthetic: boolean
}

export interface LetterPages {
  'intern/letters': LettersPage
  'intern/letter-issue': LetterIssuePage
  'intern/new-codes': NewCodesPage
  'intern/new-code': NewCodePage
  'intern/carrier-codes': CarrierCodesPage
}

/** What of a wave's letters there is, and how to make more. */
export interface LettersPage {
  wave: WaveHead
  notice: string
  errors: Fault[]
  warnings: string[]
  /** To end more codes than this takes a second account; null: nobody asks. */
  mostAnew: number | null
  facts: { label: string; value: string }[]
  previews: { href: string; label: string }[]
  /** How many would get one. */
  waiting: number
  choices: { kreise: Offer[]; letters: Offer[]; forms: Offer[]; anew: Offer[] }
  typed: { list: string; returned: string }
  open: IssueEntry[]
  past: string[][]
  /** `carriers` is '' where persons are asked: nobody answers for them. */
  hrefs: { add: string; returned: string; newCodes: string; carriers: string }
}

export interface IssueEntry {
  href: string
  title: string
  lines: string[]
  badges: { tone: string; label: string }[]
}

/** Letters that are made in one go: what they are, the file, and from when their codes work. */
export interface LetterIssuePage {
  wave: WaveHead
  lettersHref: string
  title: string
  badge: { tone: string; label: string }
  notice: string
  error: string
  facts: { label: string; value: string }[]
  /** Whose code ends. */
  warning: string
  leftOut: string[]
  /** Missing where it is settled. */
  steps: {
    download: { href: string; label: string; note: string }
    /** Letters that tell no code, or ''. */
    plainHref: string
    /** The file whose codes would work: the newest, or the first that there will be; and how it is called, once it is there. */
    file: number
    fileName: string
    confirmHref: string
    discardHref: string
  } | null
}

/** Looks for whoever has lost a code. */
export interface NewCodesPage {
  wave: WaveHead
  lettersHref: string
  href: string
  searched: string
  found: { href: string; title: string; lines: string[] }[]
  /** What there is beyond that, or why there is nothing. */
  note: string
}

/** A new code: what ends with it, or the code itself, this once. */
/** Who answers for several Kommunen of a wave, with whether it has a code for all of them. */
export interface CarrierCodesPage {
  wave: WaveHead
  lettersHref: string
  carriers: { href: string; title: string; lines: string[] }[]
}

export interface NewCodePage {
  wave: WaveHead
  searchHref: string
  searchLabel: string
  name: string
  unit: string
  error: string
  lines: string[]
  /** Told on the phone; none before that. */
  groups: { group: string; words: string }[]
  entry: string
  act: {
    href: string
    codes: number
    /** By post and by mail; null where it is told on the phone alone. */
    otherwise: {
      letterHref: string
      address: string
      mailHref: string
      /** Where the mail goes, or ''; of a second click the same mark. */
      mail: string
      mark: string
      templateHref: string
    } | null
  } | null
}
