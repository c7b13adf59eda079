import { differences } from '../../analysis/texts/agreement/differences.ts'
import { readCodebookJson } from '../../analysis/texts/codebook/codebook-json.ts'
import { type Gazetteer, gazetteer } from '../../analysis/texts/redaction/gazetteer.ts'
import { ownWords } from '../../analysis/texts/redaction/own-words.ts'
import { proposeRedactions } from '../../analysis/texts/redaction/propose-redactions.ts'
import { writtenFields } from '../../analysis/texts/sources/written-fields.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { AppContext } from '../boot/context.ts'
import { readRegister } from '../store/register.ts'
import { listAccounts } from '../store/staff-accounts.ts'
import { listCodebooks } from '../store/texts/codebooks.ts'
import {
  type InventedCoding,
  type InventedRedaction,
  type InventedRelease,
  storeInventedCodings,
} from '../store/texts/invented-codings.ts'
import { type ListedText, listTexts } from '../store/texts/list-texts.ts'
import { noteTexts } from '../store/texts/note-texts.ts'
import { wordingOf } from '../texts/redact-text.ts'
import { codingsOf, isChosen } from './code-comments.ts'
import { codebookText, type DemoComment, readComments } from './comments.ts'
import { colleague } from './load-staff.ts'
import { placedComments } from './load-wave.ts'
import type { Profile } from './profile.ts'
import { Random } from './random.ts'

/** The waves whose comments are coded, redacted and released. */
const codedWaves: ReadonlySet<string> = new Set(['umfrage-3', 'umfrage-4'])
/** Of differences so many are settled, and of chosen texts so many are not decided on or wait for a second account. */
const settled = 0.7
const undecided = 0.3
const waiting = 0.1

/** What is only asked about is a name where one of these stands before it. */
const named = /(?:Frau|Herrn?|Hr\.|Teilort|Ortsteil|Sammelunterkunft)\s$/

type Known = Omit<DemoComment, 'text'> & { text: ListedText }

/** What two people made of the comments of some waves. Nothing where somebody has begun to code there. */
export async function loadTexts(
  context: AppContext,
  profiles: readonly Profile[],
  early: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<void> {
  let names: Gazetteer | undefined
  for (const profile of profiles.filter(({ wave }) => codedWaves.has(wave))) {
    signal?.throwIfAborted()
    if ((await listCodebooks(context.db, profile.wave)).length > 0) continue
    names ??= gazetteer(await readRegister(context.db))
    await codeWave(context, profile, early, names)
  }
}

async function codeWave(
  context: AppContext,
  profile: Profile,
  early: ReadonlySet<string>,
  names: Gazetteer,
): Promise<void> {
  const { db } = context
  const { wave } = profile
  const accounts = new Map((await listAccounts(db)).map(({ name, id }) => [name, id]))
  const [first, second, prepares] = ['feldbuero', 'forschung', colleague].map((name) => accounts.get(name))
  const instrument = await loadInstrument(wave)
  if (instrument === undefined || first === undefined || second === undefined || prepares === undefined) return
  const fields = writtenFields(instrument).map(({ field }) => field)
  await noteTexts(db, wave, fields)
  const { codebook: name, comments } = await readComments(wave)
  const read = readCodebookJson(await codebookText(name))
  if ('faults' in read) throw new Error(`the codebook ${name} is not in order`)
  const { codebook } = read
  const { texts } = await listTexts(db, { wave, account: undefined, asOf: null }, {}, { limit: 10_000 })
  const known = await knownTexts(context, { profile, early, comments, texts })

  const given = known.map((one) => ({
    one,
    by: new Map([
      [first, codingsOf(wave, one, codebook, 'erste')],
      [second, codingsOf(wave, one, codebook, 'zweite')],
    ]),
  }))
  const codings = given.flatMap(({ one, by }) =>
    [...by].flatMap(([account, categories]): InventedCoding[] =>
      categories === undefined ? [] : [{ text: one.text.id, by: account, categories }],
    ),
  )
  const coded = given.map(({ one, by }) => ({
    text: String(one.text.id),
    codings: new Map(
      [...by].flatMap(([account, categories]) =>
        categories === undefined ? [] : [[String(account), new Set(categories)] as const],
      ),
    ),
  }))
  const meant = new Map(known.map((one) => [String(one.text.id), one]))
  const settlements = differences(
    coded,
    codebook.map(({ key }) => key),
  ).flatMap(({ text, category }) => {
    const one = meant.get(text)
    if (one === undefined || !new Random(`entscheidung ${wave} ${one.key} ${category}`).chance(settled)) return []
    const holds = one.categories.includes(category)
    const why = holds ? 'Der Text sagt es ausdrücklich.' : 'Das Gegenbeispiel der Kategorie trifft zu.'
    return [{ text: one.text.id, category, holds, why }]
  })
  const { redactions, releases } = prepared(wave, names, known, texts)
  await db.transaction().execute((trx) =>
    storeInventedCodings(trx, {
      ...{
        wave,
        title: titles[name] ?? name,
        categories: codebook,
        fields,
        codings,
        settlements,
        redactions,
        releases,
      },
      accounts: { prepares, agrees: first },
    }),
  )
}

const titles: Record<string, string> = {
  zahlen: 'Woher Zahlen kommen und was sie bewegt',
  praxis: 'Praxis der Beratung',
}

interface Placed {
  profile: Profile
  early: ReadonlySet<string>
  comments: readonly DemoComment[]
  texts: readonly ListedText[]
}

/** The comments that were written, each with its text. */
async function knownTexts(context: AppContext, { profile, early, comments, texts }: Placed): Promise<Known[]> {
  const byKey = new Map(comments.map((one) => [one.key, one]))
  const written = new Map(texts.map((one) => [`${one.unit} ${one.field}`, one]))
  return (await placedComments(context, profile, early)).flatMap(({ key, unit, field, text: said }) => {
    const [comment, text] = [byKey.get(key), written.get(`${unit} ${field}`)]
    return comment === undefined || text?.text !== said ? [] : [{ ...comment, text }]
  })
}

/** What is replaced in chosen texts, and how far they have come. Names stand only where the comment has a place for one. */
function prepared(wave: string, names: Gazetteer, known: readonly Known[], texts: readonly ListedText[]) {
  const own = ownWords(texts.map(({ unit, text }) => ({ unit: unit ?? '', text })))
  const nobody = { persons: [], mails: [], phones: [] }
  const redactions: InventedRedaction[] = []
  const releases: InventedRelease[] = []
  for (const {
    key,
    text: { id, text: said },
  } of known) {
    if (!isChosen(wave, { key })) continue
    const random = new Random(`freigabe ${wave} ${key}`)
    const isOpen = random.chance(undecided)
    const found = proposeRedactions(said, names, { contact: nobody, own }).map((one) => ({
      ...one,
      accepted: isOpen ? null : one.certain || named.test(said.slice(0, one.start)),
    }))
    redactions.push(...found.map((one) => ({ text: id, ...one })))
    if (isOpen && found.length > 0) continue
    const decided = found.map((one, at) => ({ ...one, id: at, markedBy: null, decidedBy: null, batch: null }))
    releases.push({ text: id, wording: wordingOf(said, decided), released: !random.chance(waiting) })
  }
  return { redactions, releases }
}
