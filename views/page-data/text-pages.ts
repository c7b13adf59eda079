import type { AnnexDocument } from '../../analysis/texts/annex/document.ts'
import type { Choice } from './evaluation-pages.ts'

/** What the templates about texts that people wrote are given. */
export interface TextPages {
  'intern/texts': TextsPage
  'intern/text-list': TextListPage
  'intern/text-coding': TextCodingPage
  'intern/text-categories': TextCategoriesPage
  'intern/text-agreement': TextAgreementPage
  'intern/text-redaction': TextRedactionPage
  'intern/text-same-places': TextSamePlacesPage
  'intern/text-releases': TextReleasesPage
  'intern/text-files': TextFilesPage
  'intern/text-file-preview': TextFilePreviewPage
  'intern/text-annex': TextAnnexPage
}

/** The page of a wave that all of them are. */
export interface OfWave {
  id: string
  waveTitle: string
  waveHref: string
  textsHref: string
  synthetic: boolean
  /** Those for which the account works, in words, or ''. */
  scope: string
  notice: string
  errors: { field: string; message: string }[]
}

/** The questions of a wave with how many texts they have, and how far these are. */
export interface TextsPage extends OfWave {
  table: { heads: string[]; rows: { text: string; href: string }[][] }
  total: string
  links: { href: string; label: string; note: string }[]
  /** Texts that a second person is to code. */
  samples: string[]
  draw: { href: string; fields: { value: string; label: string }[]; share: string; seed: string; atLeast: string }
}

/** What is asked for, and a way to ask for something else. */
export interface TextAsked {
  action: string
  search: string
  choices: Choice[]
  wholeHref: string
}

interface ListPages {
  previous: string
  next: string
  /** Which part of the list this is, or '' where it is all of it. */
  position: string
}

export interface TextListPage extends OfWave {
  asked: TextAsked
  summary: string
  codeHref: string
  texts: {
    id: number
    question: string
    from: string
    text: string
    /** What the account itself gave it. */
    own: string[]
    state: string
    codeHref: string
    redactHref: string
  }[]
  pages: ListPages
}

export interface TextCategory {
  key: string
  name: string
  /** What is pressed for it, or ''. */
  press: string
  isSub: boolean
  checked: boolean
  explained: string[]
  /** Why it is suggested, or ''. */
  suggested: string
}

/** One text, and the categories that it can be given. */
export interface TextCodingPage extends OfWave {
  action: string
  undoHref: string
  listHref: string
  /** What the list is asked for, as it is sent along. */
  kept: { name: string; value: string }[]
  question: string
  textId: number
  from: string
  text: string
  version: number
  codebook: string
  categories: TextCategory[]
  /** Parts that were given a category. */
  marks: { value: string; label: string }[]
  previous: string
  next: string
  position: string
  state: string
}

/** The codebooks of a wave, or one of them. */
export interface TextCategoriesPage extends OfWave {
  listHref: string
  codebooks: { title: string; href: string; lines: string[] }[]
  add: { href: string; title: string; text: string }
  /** Where one is chosen. */
  one:
    | {
        id: number
        title: string
        href: string
        number: number
        files: { href: string; label: string }[]
        agreementHref: string
        categories: { key: string; name: string; isSub: boolean; lines: string[] }[]
        choices: { value: string; label: string }[]
        /** What was put in to renew them, where it could not be taken. */
        file: string
        tops: { value: string; label: string }[]
        fields: { value: string; label: string; checked: boolean; note: string }[]
        versions: { title: string; lines: string[] }[]
      }
    | undefined
}

/** One text with all parts that may tell whom it is from. */
export interface TextRedactionPage extends OfWave {
  href: string
  releasesHref: string
  question: string
  from: string
  /** The text in parts: those that are marked have a number. */
  pieces: { text: string; number: number }[]
  parts: {
    id: number
    number: number
    said: string
    replacement: string
    why: string
    state: string
    isOpen: boolean
    /** Where the same words stand in other texts. */
    everywhereHref: string
  }[]
  kinds: { value: string; label: string; selected: boolean }[]
  typed: string
  wording: string
  isReady: boolean
  state: string
}

/** Where the same words stand in the texts of a wave, to decide on them together. */
export interface TextSamePlacesPage extends OfWave {
  href: string
  backHref: string
  words: string
  replacement: string
  summary: string
  /** Parts that were decided on together, which can be taken back. */
  batches: { id: number; line: string }[]
  texts: {
    id: number
    question: string
    from: string
    redactHref: string
    places: { value: string; before: string; after: string; isOpen: boolean; state: string }[]
  }[]
  hasOpen: boolean
  pages: ListPages
}

/** What waits for a second account, and what was released. */
export interface TextReleasesPage extends OfWave {
  entries: {
    id: number
    question: string
    wording: string
    original: string
    state: string
    isWaiting: boolean
    /** Whether this account may release it. */
    mayRelease: boolean
    mayEnd: boolean
    href: string
    redactHref: string
  }[]
  pages: ListPages
}

/** What was released, as it would be published. */
export interface TextAnnexPage extends OfWave {
  href: string
  releasesHref: string
  /** As it was typed, or as it is offered. */
  plan: string
  /** Where it is kept. */
  keepHref: string
  /** Under which name it is kept, or is to be. */
  title: string
  /** The number of the own kept plan that is shown, which can be changed. */
  own: number | null
  /** Those that are kept. */
  plans: { href: string; title: string; by: string; isShown: boolean }[]
  /** Null where the plan is not in order. */
  annex: AnnexDocument | null
  files: { value: string; label: string }[]
}

interface TextDifference {
  id: string
  text: number
  category: string
  name: string
  question: string
  said: string
  who: string
  decided: string
  /** What was typed, where it could not be taken. */
  why: string
}

/** How well coders agree, and what of it is to be settled. */
export interface TextAgreementPage extends OfWave {
  title: string
  backHref: string
  href: string
  summary: string
  table: { heads: string[]; rows: string[][] }
  note: string
  open: TextDifference[]
  settled: TextDifference[]
  /** Texts with a category that was split since. */
  undecided: { href: string; label: string }[]
}

/** The sources that were read from files, and a file with more of them. */
export interface TextFilesPage extends OfWave {
  uploadHref: string
  sources: { title: string; lines: string[]; listHref: string; undoHref: string }[]
}

/** What a file would bring, or all that is wrong with it. */
export interface TextFilePreviewPage extends OfWave {
  file: string
  href: string
  filesHref: string
  summary: string
  sources: string[][]
  texts: string[][]
  more: string
  mayConfirm: boolean
}
