import { type Conflict, openConflict, showConflict } from './conflicts.ts'
import { showError } from './field-errors.ts'
import { answerFields, enter, type Field, readValue } from './fields.ts'
import { type ShownFinding, showFindings } from './findings.ts'
import { sessionEnded, sessionLasts } from './session.ts'
import { showSumTexts } from './sums.ts'

/** What the server says after it has stored something. */
interface Saved {
  rev: number
  savedAt: string
  conflicts: Conflict[]
  /** What others saved in the meantime. */
  changes: Record<string, string>
  problems: { name: string; message: string }[]
  findings: Record<string, ShownFinding[]>
  sums: Record<string, string>
  secondsLeft?: number
}

/** Why the server has stored nothing. */
interface Refused {
  message?: string
  problems?: Saved['problems']
  /** After a new login in another tab: the token to go on with. */
  csrf?: string
  login?: string
  parked?: boolean
}

const pause = 800
const pauseInText = 2500
const longestWait = 60_000
/** A request that outlives its page may carry 64 KiB. */
const keepaliveLimit = 60_000

/** Saves what was changed, field by field, and says so only when the server has. */
export function startAutosave(form: HTMLFormElement): void {
  new Autosave(form).start()
}

class Autosave {
  readonly #form: HTMLFormElement
  readonly #fields: Map<string, Field>
  /** What the server has, as far as known here. */
  readonly #stored: Map<string, string>
  readonly #undecided = new Set<string>()
  /** Values that the server does not take. They are not sent again before they change. */
  readonly #refused = new Map<string, string>()
  #sending: ReadonlyMap<string, string> = new Map()
  #running: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #leaving = false

  constructor(form: HTMLFormElement) {
    this.#form = form
    this.#fields = new Map(answerFields(form).map((field) => [field.name, field]))
    this.#stored = new Map([...this.#fields].map(([name, field]) => [name, readValue(field)]))
  }

  start(): void {
    this.#form.addEventListener('change', () => this.#later(pause))
    this.#form.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) this.#later(pauseInText)
    })
    this.#form.addEventListener('submit', (event) => this.#submit(event))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#flush()
    })
    addEventListener('pagehide', () => this.#flush())
    addEventListener('online', () => this.#save())
    // A page out of the browser's memory has an old revision.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload()
    })
    addEventListener('beforeunload', (event) => {
      const unsent = this.#failures > 0 && this.#changes().size > 0
      if (!this.#leaving && (unsent || this.#undecided.size + this.#refused.size > 0)) event.preventDefault()
    })
  }

  #changes(): Map<string, string> {
    const values = [...this.#fields].map(([name, field]) => [name, readValue(field)] as const)
    return new Map(
      values.filter(
        ([name, value]) =>
          value !== this.#stored.get(name) && value !== this.#refused.get(name) && !this.#undecided.has(name),
      ),
    )
  }

  #later(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#save(), wait)
  }

  /** One request at a time: what changes meanwhile waits for the next. */
  #save(): void {
    clearTimeout(this.#timer)
    if (this.#running !== undefined) return
    const batch = this.#changes()
    if (batch.size === 0) return
    this.#say('Wird gespeichert …')
    this.#running = this.#send(batch).finally(() => {
      this.#running = undefined
      if (this.#failures > 0) this.#later(Math.min(1000 * 2 ** this.#failures, longestWait))
      else if (this.#changes().size > 0) this.#later(pause)
    })
  }

  /** The page may be going away: sends what no request under way carries, and does not count on an answer. */
  #flush(): void {
    const batch = this.#changes()
    for (const [name, value] of this.#sending) if (batch.get(name) === value) batch.delete(name)
    if (!this.#leaving && batch.size > 0) void this.#send(batch)
  }

  async #send(batch: ReadonlyMap<string, string>): Promise<void> {
    const hidden = (name: string) => [name, this.#hidden(name).value] as [string, string]
    const body = new URLSearchParams([hidden('_csrf'), hidden('_rev'), ['_umfang', 'felder'], ...batch])
    this.#sending = batch
    try {
      const response = await fetch(this.#form.getAttribute('action') ?? '', {
        method: 'POST',
        headers: { accept: 'application/json' },
        body,
        keepalive: body.toString().length < keepaliveLimit,
      })
      if (response.ok) this.#take(batch, await response.json())
      else this.#refuse(batch, response.status, await response.json())
    } catch {
      this.#fail()
    } finally {
      this.#sending = new Map()
    }
  }

  #take(batch: ReadonlyMap<string, string>, saved: Saved): void {
    this.#failures = 0
    this.#hidden('_rev').value = String(saved.rev)
    for (const [name, value] of batch) {
      this.#stored.set(name, value)
      this.#refused.delete(name)
      const problem = saved.problems.find((one) => one.name === name)
      const field = this.#fields.get(name)
      if (field !== undefined && readValue(field) === value) showError(field, problem?.message ?? '')
    }
    for (const conflict of saved.conflicts) this.#clash(conflict)
    for (const [name, value] of Object.entries(saved.changes)) this.#adopt(name, value)
    const checkPage = this.#form.dataset.checkPage ?? ''
    for (const [question, findings] of Object.entries(saved.findings)) showFindings(question, findings, checkPage)
    if (this.#changes().size === 0) showSumTexts(saved.sums)
    if (saved.secondsLeft !== undefined) sessionLasts(saved.secondsLeft)
    if (this.#refused.size === 0)
      this.#say(saved.savedAt === '' ? 'Gespeichert' : `Gespeichert um ${saved.savedAt} Uhr`)
  }

  #refuse(batch: ReadonlyMap<string, string>, status: number, refused: Refused): void {
    if (status === 401 && refused.login !== undefined) this.#end(batch, refused.login, refused.parked === true)
    else if (status === 403 && refused.csrf) this.#goOn(refused.csrf)
    else if (status === 409 || status === 422) this.#giveUp(batch, refused)
    else this.#fail()
  }

  /** The session is over. What the server could put aside is offered after the next login. */
  #end(batch: ReadonlyMap<string, string>, login: string, parked: boolean): void {
    sessionEnded(login)
    if (!parked) {
      this.#fail()
      return
    }
    this.#failures = 0
    for (const [name, value] of batch) this.#stored.set(name, value)
    this.#say('Die Sitzung ist beendet. Ihre Eingaben sind aufbewahrt.', true)
  }

  /** The person has logged in again in another tab: the same is sent once more with the new token. */
  #goOn(csrf: string): void {
    this.#hidden('_csrf').value = csrf
    document.body.dataset.csrf = csrf
    this.#fail()
  }

  /** Trying again would not help: the Frist is over, or a text is too long. */
  #giveUp(batch: ReadonlyMap<string, string>, { message = '', problems = [] }: Refused): void {
    this.#failures = 0
    const faulty = problems.length > 0 ? new Set(problems.map(({ name }) => name)) : new Set(batch.keys())
    for (const [name, value] of batch) if (faulty.has(name)) this.#refused.set(name, value)
    for (const { name, message } of problems) {
      const field = this.#fields.get(name)
      if (field !== undefined) showError(field, message)
    }
    this.#say(message, true)
  }

  #fail(): void {
    this.#failures += 1
    this.#say('Nicht gespeichert – wird erneut versucht', true)
  }

  /** Another person saved a field. Where this person has changed it too, that is a conflict and nothing is replaced. */
  #adopt(name: string, theirs: string): void {
    const field = this.#fields.get(name)
    if (field === undefined || readValue(field) === theirs) return
    const mine = readValue(field)
    if (mine !== this.#stored.get(name) || field === document.activeElement) {
      this.#clash({ name, mine, theirs, by: '', at: '' })
    } else {
      enter(field, theirs)
      this.#stored.set(name, readValue(field))
    }
  }

  #clash(conflict: Conflict): void {
    const { name, theirs } = conflict
    const field = this.#fields.get(name)
    if (field === undefined) return
    this.#undecided.add(name)
    this.#stored.set(name, theirs)
    showConflict(field, { ...conflict, mine: readValue(field) }, (value) => {
      this.#undecided.delete(name)
      enter(field, value)
      this.#save()
    })
  }

  /** A whole page is sent only after what is under way has come back, and not over an open conflict. */
  #submit(event: SubmitEvent): void {
    const choice = openConflict(this.#form)
    if (choice !== null) {
      event.preventDefault()
      choice.focus()
    } else if (this.#running !== undefined) {
      event.preventDefault()
      const { submitter } = event
      this.#running.finally(() => setTimeout(() => this.#form.requestSubmit(submitter)))
    } else {
      this.#leaving = true
      clearTimeout(this.#timer)
    }
  }

  #hidden(name: string): HTMLInputElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement
  }

  #say(sentence: string, trouble = false): void {
    const state = document.getElementById('stand')
    if (state === null) return
    state.textContent = sentence
    state.classList.toggle('actions__state--trouble', trouble)
  }
}
