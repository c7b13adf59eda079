import { type Conflict, openConflict, showConflict } from './conflicts.ts'
import { Draft } from './draft.ts'
import { showError, showSuggestions } from './field-errors.ts'
import { enter, isFocused, readValue } from './fields.ts'
import { showFindings, showFollows } from './findings.ts'
import { controlOf, type Refused, type Saved, sendFields } from './save-request.ts'
import { sayState } from './save-state.ts'
import { sessionEnded, sessionLasts, sessionOfOthers } from './session.ts'
import { showCards } from './standing.ts'
import { showSumTexts } from './sums.ts'
import { onTakeover } from './takeover.ts'

type Batch = ReadonlyMap<string, string>

const pause = 800
const pauseInText = 2500
const longestWait = 60_000

/** Saves what was changed, field by field, and says so only when the server has. */
export function startAutosave(form: HTMLFormElement): void {
  new Autosave(form).start()
}

class Autosave {
  readonly #form: HTMLFormElement
  readonly #draft: Draft
  #sending: Batch = new Map()
  #running: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #refusal = ''
  #leaving = false

  constructor(form: HTMLFormElement) {
    this.#form = form
    this.#draft = new Draft(form)
  }

  start(): void {
    this.#form.addEventListener('change', () => this.#later(pause))
    this.#form.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) this.#later(pauseInText)
    })
    onTakeover(this.#form, (fields, action) => this.#draft.takeOver(fields, action))
    this.#form.addEventListener('submit', (event) => this.#submit(event))
    const logout = document.querySelector<HTMLFormElement>('form[action$="/abmelden"]')
    logout?.addEventListener('submit', (event) => this.#logOut(event, logout))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#flush()
    })
    addEventListener('pagehide', () => this.#flush())
    addEventListener('online', () => this.#save())
    addEventListener('pageshow', ({ persisted }) => {
      this.#leaving = false
      // A page out of the browser's memory has an old revision.
      if (persisted && this.#draft.changes().size === 0) location.reload()
    })
    addEventListener('beforeunload', (event) => {
      const unsent = this.#failures > 0 && this.#draft.changes().size > 0
      if (!this.#leaving && (unsent || this.#draft.isStuck)) event.preventDefault()
    })
  }

  #later(wait: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#save(), wait)
  }

  /** One request at a time: what changes meanwhile waits for the next. */
  #save(): void {
    clearTimeout(this.#timer)
    const batch = this.#draft.changes()
    if (this.#running !== undefined || batch.size === 0) return
    sayState('Wird gespeichert …')
    this.#running = this.#send(batch).finally(() => {
      this.#running = undefined
      if (this.#failures > 0) this.#later(Math.min(1000 * 2 ** this.#failures, longestWait))
      else if (this.#draft.changes().size > 0) this.#later(pause)
    })
  }

  /** The page may be going away: what a request under way does not carry cannot wait for it. */
  #flush(): void {
    if (this.#leaving) return
    if (this.#running === undefined) {
      this.#save()
      return
    }
    const rest = this.#draft.changes()
    for (const [name, value] of this.#sending) if (rest.get(name) === value) rest.delete(name)
    if (rest.size > 0) void this.#send(rest)
  }

  async #send(batch: Batch): Promise<void> {
    const underWay = this.#sending
    this.#sending = batch
    try {
      const answer = await sendFields(this.#form, batch, underWay)
      if ('saved' in answer) this.#take(batch, answer.saved)
      else this.#refuse(batch, answer.refused)
    } catch {
      this.#fail()
    } finally {
      this.#sending = new Map()
    }
  }

  #take(batch: Batch, saved: Saved): void {
    this.#failures = 0
    const rev = controlOf(this.#form, '_rev')
    rev.value = String(Math.max(Number(rev.value), saved.rev))
    for (const [name, value] of batch) {
      this.#draft.store(name, value)
      const field = this.#draft.field(name)
      const problem = saved.problems.find((one) => one.name === name)
      if (field === undefined || readValue(field) !== value) continue
      showError(field, problem?.message ?? '')
      showSuggestions(field, problem?.suggestions)
    }
    for (const conflict of saved.conflicts) this.#ask(conflict)
    for (const [name, value] of Object.entries(saved.changes)) this.#adopt(name, value)
    for (const [name, value] of Object.entries(saved.kept)) this.#spellOut(name, batch.get(name), value)
    for (const [question, findings] of Object.entries(saved.findings)) showFindings(question, findings)
    this.#draft.learn()
    if (saved.standing !== undefined) showCards(saved.standing, saved.open ?? 0, saved.missing ?? '')
    if (this.#draft.changes().size === 0) showSumTexts(saved.sums)
    for (const [question, sentence] of Object.entries(saved.follows)) showFollows(question, sentence)
    const { asked } = saved
    // Few surveys ask anything only of some.
    if (asked) void import('./filters.ts').then(({ showAsked }) => showAsked(asked))
    if (saved.secondsLeft !== undefined) sessionLasts(saved.secondsLeft)
    if (this.#draft.hasRefused) sayState(this.#refusal, true)
    else
      sayState(
        [saved.savedAt === '' ? 'Gespeichert' : `Gespeichert um ${saved.savedAt} Uhr`, saved.notice]
          .filter(Boolean)
          .join('. '),
      )
  }

  #refuse(batch: Batch, refused: Refused): void {
    const { status, csrf, login } = refused
    if (status === 401 && login !== undefined) this.#end(batch, login, refused.parked === true)
    else if (status === 403 && csrf) this.#goOn(csrf)
    else if (status === 409 || status === 422) this.#giveUp(batch, refused)
    else this.#fail()
  }

  /** The session is over. What the server could put aside is offered after the next login. */
  #end(batch: Batch, login: string, parked: boolean): void {
    if (!parked) {
      sessionOfOthers(login)
      this.#fail()
      return
    }
    sessionEnded(login)
    this.#failures = 0
    for (const [name, value] of batch) this.#draft.store(name, value)
    sayState('Die Sitzung ist beendet. Ihre Eingaben sind aufbewahrt.', true)
  }

  /** The person has logged in again in another tab: the same is sent once more with the new token. */
  #goOn(csrf: string): void {
    controlOf(this.#form, '_csrf').value = csrf
    document.body.dataset.csrf = csrf
    this.#fail()
  }

  /** Trying again would not help: the Frist is over, or a text is too long. */
  #giveUp(batch: Batch, { message = '', problems = [], kept = false }: Refused): void {
    this.#failures = 0
    if (kept) {
      for (const [name, value] of batch) this.#draft.store(name, value)
      sayState(message, true)
      return
    }
    const faulty = new Set(problems.map(({ name }) => name))
    for (const [name, value] of batch) if (faulty.size === 0 || faulty.has(name)) this.#draft.refuse(name, value)
    for (const problem of problems) {
      const field = this.#draft.field(problem.name)
      if (field !== undefined) showError(field, problem.message)
    }
    this.#refusal = message
    sayState(message, true)
  }

  #fail(): void {
    this.#failures += 1
    sayState('Nicht gespeichert – wird erneut versucht', true)
  }

  /** Another person saved a field. Where this person has changed it too, that is a conflict and nothing is replaced. */
  #adopt(name: string, theirs: string): void {
    const field = this.#draft.field(name)
    if (field === undefined || readValue(field) === theirs) return
    if (this.#draft.isTouched(name, field)) {
      this.#ask({ name, mine: readValue(field), theirs, by: '', at: '' })
    } else {
      enter(field, theirs)
      this.#draft.store(name, readValue(field))
    }
  }

  /** The server keeps a text in another form than it was sent in. Nobody's text changes while they are at it. */
  #spellOut(name: string, sent: string | undefined, kept: string): void {
    const field = this.#draft.field(name)
    if (field === undefined || readValue(field) !== sent) return
    if (isFocused(field)) {
      field.addEventListener('blur', () => setTimeout(() => this.#spellOut(name, sent, kept)), { once: true })
    } else {
      this.#draft.store(name, kept)
      enter(field, kept)
    }
  }

  #ask(conflict: Conflict): void {
    const { name, theirs } = conflict
    const field = this.#draft.field(name)
    if (field === undefined) return
    this.#draft.ask(name, theirs)
    showConflict(field, { ...conflict, mine: readValue(field) }, (value) => {
      this.#draft.decide(name)
      enter(field, value)
      this.#save()
    })
  }

  /** After the logout nothing is taken from this browser any more, so what is typed goes first. */
  #logOut(event: SubmitEvent, logout: HTMLFormElement): void {
    if (this.#running === undefined && this.#draft.changes().size === 0) return
    event.preventDefault()
    this.#save()
    this.#running?.finally(() => {
      if (this.#failures === 0) setTimeout(() => logout.requestSubmit())
    })
  }

  /** A whole page is sent only after what is under way has come back, not over an open conflict, and not into the void. */
  #submit(event: SubmitEvent): void {
    const choice = openConflict(this.#form)
    if (choice !== null) {
      event.preventDefault()
      choice.focus()
    } else if (this.#running !== undefined) {
      event.preventDefault()
      const { submitter } = event
      this.#running.finally(() => setTimeout(() => this.#form.requestSubmit(submitter)))
    } else if (!navigator.onLine) {
      event.preventDefault()
      this.#fail()
    } else {
      this.#leaving = true
      clearTimeout(this.#timer)
    }
  }
}
