import type { Pool } from 'pg'
import { isClosed } from '../../surveys/answer/cells.ts'
import type { Finding } from '../../surveys/answer/finding.ts'
import { fileField } from '../../surveys/form-file/file-field.ts'
import { spellOutGemeinden } from '../../surveys/reading/gemeinden.ts'
import { inTurn } from '../admindata/in-turn.ts'
import type { Keys } from '../boot/keys.ts'
import { InputError } from '../errors/input-error.ts'
import { answered } from '../forms/answered.ts'
import type { AtWork } from '../forms/at-work.ts'
import { changesSince } from '../store/drafts.ts'
import { otherForm, readFileKey, takeOurs } from './file-key.ts'
import { openFormFile } from './open-form-file.ts'
import { type FilePlan, planChanges } from './plan-changes.ts'
import { type FileFault, type FoundField, fieldWords, type ReadFormFile, readFormFile } from './read-form-file.ts'

/** A file that was filled in, and what of it is asked for: a section, or '' for all. */
interface SentFile {
  path: string
  name: string
  section: string
}

/** What a file would do: `refused`, since it is none for this form; faults; or what would change, and what would not fit then. */
export type LookedAt = { refused: string } | { faults: FileFault[] } | SeenFile

export interface SeenFile {
  plan: FilePlan
  /** The state of the form that the file was made from. */
  rev: number
  findings: readonly Finding[]
  /** What would be entered and is not asked after all: it is kept, and not sent. */
  unasked: readonly string[]
}

/** More than anybody fills in, and as much as a page can send. */
const mostCharacters = 120_000

/** Looks at a file that somebody wants to have in their form; changes nothing. */
export async function lookAtFile(
  { pool, keys }: { pool: Pool; keys: Pick<Keys, 'formFile'> },
  atWork: AtWork,
  { path, name, section }: SentFile,
): Promise<LookedAt> {
  const { form, visit, around } = atWork
  const kommune = around.register.gemeinden.get(around.unit)
  const fields = new Map(
    form.instrument.variables.flatMap((variable) => {
      const field = fileField(variable, kommune)
      return field === undefined ? [] : [[variable.name, field] as const]
    }),
  )
  const stored = visit.typed ?? {}
  const wanted = wantedFields(atWork, section)
  const read = await inTurn(async () => readFormFile(await openFormFile(path, name), { fields, wanted, stored })).catch(
    sentenceOf,
  )
  if (typeof read === 'string') return { refused: read }
  const { keys: words, found, faults } = read
  const origins = words.map((word) => readFileKey(word, keys.formFile))
  const [rev, refused] = originOf(origins, atWork)
  // A file that is no form at all says that it is none.
  if (refused !== '' && (words.length > 0 || found.size > 0)) return { refused }
  const spelled = spellOut(found, atWork)
  const misread = faults.length > 0 ? [] : listFaults(spelled, atWork)
  if (faults.length + misread.length > 0) return { faults: [...faults, ...misread] }
  const seen = await seeFile(pool, atWork, spelled, rev)
  const { changes, both } = seen.plan
  const length = [...changes, ...both].reduce((sum, { becomes }) => sum + becomes.length, 0)
  return length > mostCharacters ? { refused: tooMuch } : seen

  function listFaults(texts: ReadFormFile['found'], { form: { instrument } }: AtWork): FileFault[] {
    const raw = Object.fromEntries([...texts].map(([field, { text = '' }]) => [field, text]))
    return answered(atWork, { ...stored, ...raw }).findings.flatMap(({ kind, fields: [field = ''], message }) => {
      const variable = instrument.variable.get(field)
      const known = fields.get(field)
      if (kind !== 'gemeinden' || known === undefined || variable === undefined || raw[field] === undefined) return []
      if (raw[field] === stored[field]) return []
      const { place = '' } = texts.get(field) ?? {}
      return [{ place, field: fieldWords(known), sentence: message, allowed: known.allowed }]
    })
  }
}

const tooMuch =
  'So viel Text lässt sich nicht auf einmal übernehmen. Bitte nehmen Sie einen Abschnitt nach dem anderen.'

/** What the texts of a file would change in the form as it is now, and what would not fit then. */
export async function seeFile(
  pool: Pool,
  atWork: AtWork,
  found: ReadonlyMap<string, Pick<FoundField, 'text'>>,
  rev: number,
): Promise<SeenFile> {
  const { visit } = atWork
  const stored = visit.typed ?? {}
  const since = visit.rev > rev ? await changesSince(pool, visit.participantId, rev) : []
  const plan = planChanges(found, stored, since)
  const changed = Object.fromEntries([...plan.changes, ...plan.both].map(({ field, becomes }) => [field, becomes]))
  const { findings, cells } = answered(atWork, { ...stored, ...changed })
  return {
    plan,
    rev,
    findings: findings.filter((one) => one.fields.some((field) => field in changed)),
    unasked: Object.keys(changed).filter((field) => changed[field] !== '' && isClosed(cells, field)),
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof InputError) return error.sentences.join(' ')
  throw error
}

function wantedFields({ form, asked }: AtWork, section: string): ReadonlySet<string> {
  const sections = form.instrument.sections.filter(({ id }) => section === '' || id === section)
  const names = sections.flatMap(({ questions }) =>
    questions.flatMap(({ variables }) => variables.map(({ name }) => name)),
  )
  return new Set(names.filter((name) => asked === undefined || asked.fields.has(name)))
}

/** The state of the form that a file was made from, or why it is none for this form. */
function originOf(origins: readonly ReturnType<typeof readFileKey>[], { visit, form }: AtWork): [number, string] {
  const [first] = origins
  if (first === undefined || origins.includes(undefined)) return [0, `${unknownOrigin} ${takeOurs}`]
  const own = { wave: visit.wave, unit: visit.unit, version: form.instrument.version }
  const [other = ''] = origins.flatMap((one) => (one === undefined ? [] : [otherForm(one, own)])).filter(Boolean)
  return [Math.min(...origins.map((one) => one?.rev ?? 0)), other]
}

const unknownOrigin =
  'Ob die Datei zu diesem Fragebogen gehört, ist nicht zu erkennen: Ihre Kennung fehlt oder ist verändert.'

function spellOut(found: ReadonlyMap<string, FoundField>, { form, around }: AtWork): Map<string, FoundField> {
  return new Map(
    [...found].map(([name, field]) => {
      const isList = form.instrument.questions.get(name)?.kind === 'gemeinden'
      const { text } = field
      return [name, isList && text ? { ...field, text: spellOutGemeinden(text, around.register) } : field]
    }),
  )
}
