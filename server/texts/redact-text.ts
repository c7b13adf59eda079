import { applyRedactions } from '../../analysis/texts/redaction/apply-redactions.ts'
import { type Gazetteer, gazetteer } from '../../analysis/texts/redaction/gazetteer.ts'
import { capitalisedWords, ownWordsOf, wordsToLookUp } from '../../analysis/texts/redaction/own-words.ts'
import { type Proposal, replacements } from '../../analysis/texts/redaction/proposal.ts'
import { proposeRedactions } from '../../analysis/texts/redaction/propose-redactions.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { ListedText } from '../store/texts/list-texts.ts'
import { contactBeside, type KnownRedaction, noteProposals, redactionsOf } from '../store/texts/redactions.ts'
import { endReleases, prepareRelease, releaseText, type TextRelease } from '../store/texts/releases.ts'
import { sharedWords, textsBeside } from '../store/texts/written-words.ts'

/** All names of a register in all forms, made once for it. */
const gazetteers = new WeakMap<Register, Gazetteer>()

export function namesOf(register: Register): Gazetteer {
  const names = gazetteers.get(register) ?? gazetteer(register)
  gazetteers.set(register, names)
  return names
}

/** What of a text may tell whom it is from, as it is found now. */
async function findRedactions(
  db: Db,
  { wave, register }: { wave: string; register: Register },
  { id, text }: Pick<ListedText, 'id' | 'text'>,
): Promise<Proposal[]> {
  const [contact, beside] = await Promise.all([contactBeside(db, id), textsBeside(db, id, capitalisedWords(text))])
  const shared = await sharedWords(db, wave, wordsToLookUp(text, beside))
  return proposeRedactions(text, namesOf(register), { contact, own: ownWordsOf(text, beside, shared) })
}

/** Looks for what may have to be replaced, and keeps what was not known yet: it is open until somebody decides. */
export async function lookThrough(
  db: Db,
  of: { wave: string; register: Register },
  text: Pick<ListedText, 'id' | 'text'>,
): Promise<{ redactions: KnownRedaction[]; proposals: Proposal[] }> {
  const proposals = await findRedactions(db, of, text)
  await noteProposals(db, text.id, proposals)
  return { redactions: await redactionsOf(db, text.id), proposals }
}

/** The text as it would be released; parts that overlap are one, replaced by what stands for the first. */
export function wordingOf(text: string, redactions: readonly KnownRedaction[]): string {
  const accepted: { start: number; end: number; replacement: string }[] = []
  for (const { start, end, kind, accepted: is } of redactions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = accepted.at(-1)
    if (is !== true) continue
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else accepted.push({ start, end, replacement: replacements[kind] })
  }
  return applyRedactions(text, accepted)
}

const open = 'Zu diesem Text ist noch nicht alles entschieden. Bitte entscheiden Sie erst über jede Stelle.'

/** Lays the wording before a second account, or says why not. */
export async function prepare(
  db: Db,
  of: { wave: string; register: Register; by: number },
  text: ListedText,
): Promise<string> {
  const { redactions } = await lookThrough(db, of, text)
  if (redactions.some(({ accepted }) => accepted === null)) return open
  await db.transaction().execute(async (trx) => {
    await prepareRelease(trx, { text: text.id, wording: wordingOf(text.text, redactions), by: of.by })
    const detail = { text: text.id }
    await noteStaff(trx, { action: 'text_prepared', accountId: of.by, wave: of.wave, detail })
  })
  return ''
}

/** Releases a wording that somebody else has prepared, or says why not. */
export async function release(
  db: Db,
  of: { wave: string; register: Register; by: number },
  { id, text: textId, preparedById, wording }: TextRelease,
  text: ListedText,
): Promise<string> {
  if (preparedById === of.by) return 'Freigeben muss ein zweites Konto: Diesen Wortlaut haben Sie selbst vorgelegt.'
  const { redactions } = await lookThrough(db, of, text)
  if (redactions.some(({ accepted }) => accepted === null)) return open
  if (wordingOf(text.text, redactions) !== wording)
    return 'Über eine Stelle wurde inzwischen anders entschieden. Bitte lassen Sie den Wortlaut noch einmal vorlegen.'
  const done = await db.transaction().execute(async (trx) => {
    await noteStaff(trx, { action: 'text_released', accountId: of.by, wave: of.wave, detail: { text: textId } })
    return releaseText(trx, { id, by: of.by })
  })
  return done ? '' : 'Das ist schon entschieden.'
}

/** Refuses what waits, or withdraws what was released. */
export async function endRelease(
  db: Db,
  { wave, text, by }: { wave: string; text: number; by: number },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await noteStaff(trx, { action: 'text_release_ended', accountId: by, wave, detail: { text } })
    await endReleases(trx, { text, by })
  })
}
