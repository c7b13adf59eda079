import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from '../../server/errors/error-code.ts'
import type { Guest } from './world.ts'

/** What came of everything that people did. */
export interface Doings {
  /** Milliseconds of each page of a form. */
  pages: number[]
  saves: number
  submissions: number
  /** By participant, the text that was last said to be stored. */
  stored: Map<number, string>
  /** What was answered otherwise than it should, with how often. */
  refused: Map<string, number>
}

export const noDoings = (): Doings => ({ pages: [], saves: 0, submissions: 0, stored: new Map(), refused: new Map() })

const field = 'anmerkungen'
/** Seconds between two acts of a person, at the mean. */
const between = { save: 4, page: 12, submission: 60 }
const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
/** Not all at the same moment, and the same each time. */
const soon = (seconds: number, random: () => number) => seconds * 1_000 * (0.5 + random())

/** As a browser does, which asks once more when a line that it had kept open was closed in the same moment. */
async function send(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options)
  } catch (error) {
    if (errorCode((error as Error).cause) !== 'UND_ERR_SOCKET') throw error
    return fetch(url, options)
  }
}

/** Somebody in the last hour: types and is saved, turns pages, submits, until told to stop. */
export async function workOn(
  base: string,
  guest: Guest,
  sections: readonly string[],
  doings: Doings,
  { random, signal }: { random: () => number; signal: AbortSignal },
): Promise<void> {
  const home = `${base}/erhebung/${guest.wave}/${guest.unit}`
  const headers = { cookie: guest.cookie, 'sec-fetch-site': 'same-origin' }
  let rev = '0'
  let count = 0
  const note = (what: string) => doings.refused.set(what, (doings.refused.get(what) ?? 0) + 1)
  const post = (url: string, fields: Record<string, string>, accept: string) =>
    send(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, accept },
      body: new URLSearchParams({ _csrf: guest.csrf, ...fields }),
    })

  async function save() {
    count += 1
    const text = `Stand ${count} von ${guest.unit}`
    const sent = { _rev: rev, _umfang: 'felder', [field]: text }
    const answer = await post(`${home}/abschnitt/${field}`, sent, 'application/json')
    if (answer.status !== 200) return note(`save ${answer.status}`)
    rev = String((await answer.json()).rev)
    doings.saves += 1
    doings.stored.set(guest.participantId, text)
  }
  async function turn() {
    const began = performance.now()
    const answer = await send(`${home}/abschnitt/${sections[Math.floor(random() * sections.length)]}`, { headers })
    await answer.text()
    if (answer.status === 200) doings.pages.push(performance.now() - began)
    else note(`page ${answer.status}`)
  }
  async function submit() {
    const page = await (await send(`${home}/pruefen`, { headers })).text()
    const control = { _rev: hidden(page, '_rev'), _umfang: 'abschnitt', _leer: 'ja', _aktion: 'absenden' }
    const answer = await post(`${home}/pruefen`, control, 'text/html')
    await answer.text()
    if (answer.status === 303) doings.submissions += 1
    else note(`submission ${answer.status}`)
  }

  const acts = [save, turn, submit].map((act, index) => ({
    act,
    seconds: [between.save, between.page, between.submission][index] ?? 0,
  }))
  // What somebody writes is sent one after the other, as the script of the form does; a page that is slow keeps nobody from typing.
  let writing: Promise<unknown> = Promise.resolve()
  const inTurn = (act: () => Promise<unknown>) => {
    if (act === turn) return act()
    writing = writing.then(act)
    return writing
  }
  const again = async ({ act, seconds }: (typeof acts)[number]) => {
    await sleep(random() * seconds * 1_000, undefined, { signal })
    for (;;) {
      await inTurn(act)
      await sleep(soon(seconds, random), undefined, { signal })
    }
  }
  await Promise.all(acts.map((one) => again(one).catch(unlessStopped(signal))))
}

export const unlessStopped = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error
}
