import type { Suggestion } from '../../surveys/reading/suggestion.ts'
import type { FindingView } from '../../surveys/view/finding-view.ts'
import type { Conflict } from './conflicts.ts'

/** What the server says after it has stored something. */
export interface Saved {
  rev: number
  savedAt: string
  conflicts: Conflict[]
  /** What others saved in the meantime. */
  changes: Record<string, string>
  /** Texts that are kept in another form than they were sent in. */
  kept: Record<string, string>
  /** What else is to be said about these texts, or ''. */
  notice: string
  problems: Problem[]
  findings: Record<string, FindingView[]>
  sums: Record<string, string>
  follows: Record<string, string>
  /** Where something is asked only of some: by question why it is not, '' where it is, and by item whether it is not. */
  asked?: AskedNow
  secondsLeft?: number
  /** On the page where all is checked: every signal, how many are open, and what a submission still needs. */
  standing?: FindingView[]
  open?: number
  missing?: string
}

export interface AskedNow {
  questions: Record<string, string>
  items: Record<string, boolean>
}

/** Why the server has stored nothing. */
export interface Refused {
  status: number
  message?: string
  problems?: Problem[]
  /** After a new login in another tab: the token to go on with. */
  csrf?: string
  login?: string
  parked?: boolean
  /** The Frist is over: it was put aside, and counts no more. */
  kept?: boolean
}

export interface Problem {
  name: string
  message: string
  suggestions?: readonly Suggestion[]
}

/** A request that outlives its page may carry 64 KiB. */
const keepaliveLimit = 60_000

/** Sends some fields of a form, with what a request under way carries of them. Throws where nobody answers. */
export async function sendFields(
  form: HTMLFormElement,
  fields: ReadonlyMap<string, string>,
  underWay: ReadonlyMap<string, string>,
): Promise<{ saved: Saved } | { refused: Refused }> {
  const controls = ['_csrf', '_rev'].map((name) => [name, controlOf(form, name).value] as [string, string])
  const basis = [...underWay].filter(([name]) => fields.has(name))
  if (basis.length > 0) controls.push(['_basis', JSON.stringify(Object.fromEntries(basis))])
  const body = new URLSearchParams([...controls, ['_umfang', 'felder'], ...fields])
  const response = await fetch(form.getAttribute('action') ?? '', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body,
    keepalive: body.toString().length < keepaliveLimit,
  })
  const answer = await response.json()
  return response.ok ? { saved: answer } : { refused: { ...answer, status: response.status } }
}

/** A hidden field that is for the server. */
export const controlOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement
