import { sql } from 'kysely'
import { type Form, type FormSection, makeForm } from '../../server/forms/form.ts'
import { type DraftField, isOfServer } from '../../surveys/answer/draft-fields.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import { typeOf } from '../../surveys/types/index.ts'
import { type Reception, unitsOf } from './all-surveys.ts'
import { completeAnswer } from './answers.ts'
import type { TestApp } from './app.ts'
import { person } from './person-marks.ts'
import { published } from './published.ts'
import type { Answer, Visitor } from './visitor.ts'

type Typed = Record<string, string>

/**
 * Tells of the person in every field of a survey that takes a text, through its pages, in every state that a text can be in: saved,
 * changed, sent at the same time as another's, late, taken over, submitted, corrected, and open again.
 */
export async function seedForm(test: TestApp, reception: Reception, survey: string): Promise<void> {
  const instrument = await published(survey)
  const form = makeForm(instrument)
  const [unit] = unitsOf(survey)
  const [own, colleague] = [
    await reception.letIn(survey, unit, person.initials),
    await reception.letIn(survey, unit, 'KM'),
  ]
  for (const section of form.sections.values()) {
    for (const one of [own, colleague]) await one.get(pageOf(one, section))
    await saved(own, section, textsOf(form, section, 1))
    const [field] = Object.keys(textsOf(form, section, 1))
    if (field !== undefined) await inConflict(colleague, section, { [field]: `anders: ${person.name}` })
    await own.get(pageOf(own, section))
    await saved(own, section, textsOf(form, section, 2))
  }
  await sendLate(test, own, form)
  const again = await reception.letIn(survey, unit, person.initials)
  await takeOver(again, [...form.sections.keys()].at(-1) ?? '')
  await submit(again, form, await answersOf(instrument, unit, 4), 4)
  await submit(again, form, await answersOf(instrument, unit, 5), 5)
  for (const section of form.sections.values()) {
    await again.get(pageOf(again, section))
    await saved(again, section, textsOf(form, section, 6))
  }
}

/** Answers of somebody else, who tells of nobody. */
export async function seedOther(reception: Reception, survey: string): Promise<void> {
  const instrument = await published(survey)
  const [, unit] = unitsOf(survey)
  const visitor = await reception.letIn(survey, unit, 'AB')
  const { typed } = await completeAnswer(instrument)
  await submit(visitor, makeForm(instrument), { ...typed, [ownField(instrument) ?? '']: unit, ...nameOf(instrument) })
}

const nameOf = ({ variable }: Instrument): Typed => (variable.has('kommune') ? { kommune: 'Göppingen' } : {})

const pageOf = ({ home }: Visitor, { section }: FormSection) => `${home}/abschnitt/${section.id}`

/**
 * The fields of a page into which anything can be typed: all that ask for words, and of those that ask for numbers and keep what they
 * cannot read one of each type.
 */
function openFields({ fields }: Form, section: FormSection): DraftField[] {
  const open = [...section.fields]
    .flatMap((name) => fields.get(name) ?? [])
    .filter(({ name, type }) => !isOfServer(name) && typeOf(type).sends('so sagt man', []))
  return open.filter(
    (field) => typeOf(field.type).measure === 'none' || open.find(({ type }) => type === field.type) === field,
  )
}

const textsOf = (form: Form, section: FormSection, round: number): Typed =>
  Object.fromEntries(openFields(form, section).map((field) => [field.name, told(field, round)]))

/** The person as told in a field: by what the field asks for, composed, decomposed or in capitals. */
function told({ name, type }: Pick<DraftField, 'name' | 'type'>, round: number): string {
  if (name.endsWith('_mail')) return person.mail
  if (name.endsWith('_telefon')) return person.phone
  if (name === 'kuerzel') return person.initials
  const spelled = [person.name, person.name.normalize('NFD'), person.name.toUpperCase()][round % 3]
  if (type !== 'longtext') return `${spelled} ${round}`
  const { mail, phone, initials, number } = person
  return `${round}. laut ${spelled}\n„${mail}“, ${phone}; ${initials}; ${number} <b>\\`
}

async function saved(visitor: Visitor, { section }: FormSection, fields: Typed): Promise<void> {
  const answer = await visitor.autosave(section.id, fields)
  if (answer.status !== 200) throw new Error(`${section.id} was not saved: ${answer.status} ${answer.text}`)
}

async function inConflict(visitor: Visitor, { section }: FormSection, fields: Typed): Promise<void> {
  const answer = await visitor.save(section.id, fields)
  if (answer.status !== 409) throw new Error(`no conflict in ${section.id}: ${answer.status} ${answer.words}`)
}

async function sendLate({ db }: TestApp, visitor: Visitor, form: Form): Promise<void> {
  for (const section of form.sections.values()) await visitor.get(pageOf(visitor, section))
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(db)
  for (const section of form.sections.values()) {
    const answer = await visitor.autosave(section.section.id, textsOf(form, section, 3))
    if (answer.json?.parked !== true) throw new Error(`not kept: ${answer.status} ${answer.text}`)
  }
}

async function takeOver(visitor: Visitor, section: string): Promise<void> {
  const list = `${visitor.home}/aufbewahrt`
  await visitor.get(list)
  const control = { _rev: visitor.rev, _gesehen: visitor.seen, _aktion: `abschnitt:${section}` }
  const { status, words } = await visitor.post(list, control)
  if (status !== 303) throw new Error(`not taken over: ${status} ${words}`)
}

/** A complete answer in which every text that may say anything tells of the person. */
async function answersOf(instrument: Instrument, unit: string, round: number): Promise<Typed> {
  const { typed } = await completeAnswer(instrument)
  const free = instrument.variables.filter(
    ({ name, type, role }) => (type === 'text' || type === 'longtext') && role !== 'derived' && name !== 'kommune',
  )
  return {
    ...typed,
    ...Object.fromEntries(free.map((field) => [field.name, told(field, round)])),
    [ownField(instrument) ?? '']: unit,
  }
}

async function submit(visitor: Visitor, form: Form, typed: Typed, round = 0): Promise<void> {
  for (const section of form.sections.values()) {
    await visitor.get(pageOf(visitor, section))
    const asked = section.section.questions.flatMap(({ variables }) => variables)
    const fields = asked.filter(({ role }) => role !== 'derived').map(({ name }) => [name, typed[name] ?? ''])
    await saved(visitor, section, Object.fromEntries(fields))
  }
  const page = await visitor.get(`${visitor.home}/pruefen`)
  const answer = await visitor.sendChecked(reasonsOn(page, round), 'absenden')
  if (!/\/quittung\//.test(answer.location)) throw new Error(`not submitted: ${answer.status} ${answer.words}`)
}

/** A reason for each signal that the page asks about. */
function reasonsOn({ text }: Answer, round: number): Typed {
  const checks = [...text.matchAll(/name="grund\.([^"]+)"/g)].map(([, check = '']) => check)
  return Object.fromEntries(
    checks.flatMap((check) => [
      [`grund.${check}`, 'bestand'],
      [`text.${check}`, round === 0 ? 'So ist es.' : told({ name: '', type: 'longtext' }, round)],
    ]),
  )
}
