import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { type KeptAddress, keepAddresses, presentAddresses, unitsWithNames } from '../store/addresses.ts'
import { beginImport, setImportCounts } from '../store/registry-imports.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { type SurveyContact, surveyContacts } from '../store/survey-contacts.ts'
import { findWave } from '../store/waves.ts'
import { type Address, addressFaults } from './address.ts'
import { type AddressChanges, compareAddresses } from './compare-addresses.ts'
import { allowedFields, type ContactPurpose, contactPurpose } from './contact-purpose.ts'

export interface TakenOver extends AddressChanges {
  state: 'imported' | 'preview' | 'unchanged'
  import: number | null
  /** What respondents were told that the data are for. */
  purpose: string[]
  names: ReadonlyMap<string, string>
}

/** Lets the persons that a wave was told of be the ones to write to, as far as its purpose allows that. */
export async function takeOverContacts(
  db: Db,
  wave: string,
  { preview, accountId }: { preview: boolean; accountId?: number | undefined },
): Promise<TakenOver> {
  const { sentences: purpose, fields } = await purposeOf(db, wave)
  return db.transaction().execute(async (trx) => {
    const names = await unitsWithNames(trx)
    const present = await presentAddresses(trx)
    const known = new Map(present.map((one) => [one.unit, one]))
    const given = (await surveyContacts(trx, wave)).flatMap((one) => {
      const name = names.get(one.unit)
      return name === undefined ? [] : (addressFrom(one, fields, known.get(one.unit), name) ?? [])
    })
    const changes = compareAddresses(present, given)
    const written = [...changes.added, ...changes.changed.map(({ after }) => after)]
    const outcome = { ...changes, purpose, names, import: null }
    if (written.length === 0) return { ...outcome, state: 'unchanged' }
    if (preview) return { ...outcome, state: 'preview' }
    const importId = await beginImport(trx, { form: 'kontaktangaben', fileName: wave, fileHash: '', accountId })
    await keepAddresses(trx, written, { source: 'survey', importId, wave, accountId })
    const counts = { added: changes.added.length, changed: changes.changed.length }
    await setImportCounts(trx, importId, counts)
    await noteStaff(trx, { action: 'addresses_taken_over', wave, accountId, detail: { import: importId, ...counts } })
    return { ...outcome, import: importId, state: 'imported' }
  })
}

type Fields = NonNullable<ContactPurpose['fields']>

/** What the respondents of a wave were told; refuses a wave whose contact data are not for writing to them. */
async function purposeOf(db: Db, id: string): Promise<{ sentences: string[]; fields: Fields }> {
  const wave = await findWave(db, id)
  if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
  const instrument = await loadInstrument(wave.survey, wave.survey_version, {})
  if (instrument === undefined)
    throw new InputError(`Der Fragebogen ${wave.survey} ${wave.survey_version} fehlt in surveys/definitions.`)
  const purpose = contactPurpose(instrument)
  return { sentences: purpose.sentences, fields: allowedFields(id, purpose) }
}

/** What was said last holds: an address that is newer than the answer is only filled where it is blank. */
function addressFrom(
  { unit, fields: said, savedAt }: SurveyContact,
  { person, mail, phone }: Fields,
  known: KeptAddress | undefined,
  name: string,
): Address | undefined {
  const before: Address = known ?? {
    unit,
    recipient: name,
    person: '',
    street: '',
    postcode: '',
    place: '',
    mail: '',
    phone: '',
  }
  const isNewer = known !== undefined && known.since > savedAt
  const pick = (kept: string, variable: string | undefined) => {
    const text = variable === undefined ? '' : (said[variable] ?? '').trim()
    return text === '' || (isNewer && kept !== '') ? kept : text
  }
  const { recipient, street, postcode, place } = before
  const taken = { person: pick(before.person, person), mail: pick(before.mail, mail), phone: pick(before.phone, phone) }
  const faulty = new Set(addressFaults({ recipient, street, postcode, place, ...taken }).map(([field]) => field))
  // What cannot be read as a mail or a phone stays with the answer.
  const readable = {
    person: faulty.has('person') ? before.person : taken.person,
    mail: faulty.has('mail') ? before.mail : taken.mail,
    phone: faulty.has('phone') ? before.phone : taken.phone,
  }
  const isEmpty = Object.values(readable).every((text) => text === '')
  return isEmpty ? undefined : { unit, recipient, street, postcode, place, ...readable }
}
