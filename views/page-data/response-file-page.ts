/** Answers that came back to the office in a file: where it is sent, and what it would do. */
export interface ResponseFilePage {
  id: string
  waveHref: string
  uploadHref: string
  /** What has just happened, or ''. */
  notice: string
  /** Why the file was not taken, or ''. */
  error: string
  /** A file that waits for a decision. */
  preview: {
    href: string
    file: string
    /** Why nothing can be submitted. */
    problems: string[]
    summary: string
    rows: string[][]
    more: string
    /** What can be done with it: to submit all of it, or only to enter it. */
    acts: { value: string; label: string }[]
  } | null
}
