import { logInGuest } from '../../bench/world.ts'
import { testApp } from '../../support/app.ts'
import { published } from '../../support/published.ts'
import { type Answer, Visitor } from '../../support/visitor.ts'
import { promised } from '../promised.ts'
import { type Recipe, unless } from '../recipe.ts'

const writers = 16
const section = 'charakteristika'
/** The field in which all write. Each has one besides that is theirs alone. */
const shared = 'im_kinder6'

/** As if nobody ever changed a field after a page was made. */
const forgetful = `
  create function forget_revision() returns trigger language plpgsql as $$ begin
    update draft_value set rev = 0 where participant_id = new.participant_id and field = new.field;
    return null;
  end $$;
  create trigger forget_revision after insert or update on draft_value for each row when (new.rev > 0)
    execute function forget_revision()`

export const manyWriters: Recipe = {
  ...promised.writers,
  async run(t, { planted, amount }) {
    const edits = amount(15, 250)
    const { app, another, db, owner, keys, participants } = await testApp(t)
    if (planted) await owner.pool.query(forgetful)
    const apps = [app, await another()]
    const fields = await ownFields()
    const id = participants.get('117019') ?? 0
    /** The revision of the page from which a text was sent that is said to be stored. */
    const sentFrom = new Map<string, number>()
    const faults: string[] = []
    /** What others had written, as conflicts showed it. */
    const shown: string[] = []

    const visitors: Visitor[] = []
    for (const [writer] of fields.entries()) {
      const { cookie, csrf } = await logInGuest(db, keys, 'umfrage-1', { id, unit: '117019' })
      visitors.push(Object.assign(new Visitor(apps[writer % 2] ?? app), { cookie, csrf, rev: '0' }))
    }
    const work = visitors.map(async (visitor, writer) => {
      const own = fields[writer] ?? ''
      for (let edit = 1; edit <= edits; edit += 1) {
        const text = String(writer * 1_000 + edit)
        const typed = { [shared]: text, [own]: String(edit) }
        const { status, json } = await patientlySaved(() => visitor.autosave(section, typed))
        if (status !== 200) {
          faults.push(`edit ${text} was answered with ${status}`)
          continue
        }
        const asked = new Map((json.conflicts as Conflict[]).map(({ name, theirs }) => [name, theirs]))
        if (asked.has(own)) faults.push(`${own} was asked about, in which nobody else writes`)
        const theirs = asked.get(shared)
        if (theirs === undefined) sentFrom.set(text, Number(visitor.rev))
        else shown.push(theirs)
        visitor.rev = String(json.rev)
      }
    })
    await Promise.all(work)

    const history = await db.selectFrom('draft_change').select(['field', 'value', 'rev']).orderBy('rev').execute()
    const ofShared = history.filter(({ field }) => field === shared)
    const kept = new Set(ofShared.map(({ value }) => value))
    const unseen = ofShared.filter(({ value }, at) => (sentFrom.get(value) ?? 0) < (ofShared[at - 1]?.rev ?? 0))
    const lost = fields.filter((own) => history.filter(({ field }) => field === own).length !== edits)
    return {
      done: `edits of one form by ${writers} people over two servers, ${shown.length} shown as conflicts`,
      times: writers * edits,
      faults: [
        ...faults,
        ...[...sentFrom.keys()].filter((text) => !kept.has(text)).map((text) => `${text} was acknowledged and is lost`),
        ...unless(
          ofShared.length === sentFrom.size,
          `${ofShared.length} texts are stored, ${sentFrom.size} acknowledged`,
        ),
        ...unseen.map(({ value }) => `${value} has overwritten a text that its writer had not seen`),
        ...lost.map((own) => `in ${own} not each of the texts is stored`),
        ...shown.filter((text) => !kept.has(text)).map((text) => `a conflict showed ${text}, which nobody has stored`),
        ...unless(shown.length > 0, 'nobody met anybody'),
      ],
    }
  },
}

async function ownFields(): Promise<string[]> {
  const { questions } = await published('umfrage-1')
  const counts = questions.get('im_herkunft')?.variables.filter(({ type }) => type === 'count') ?? []
  return counts.slice(0, writers).map(({ name }) => name)
}

interface Conflict {
  name: string
  theirs: string
}

/** Who is told that much is going on sends the same again, as the script of the form does. */
async function patientlySaved(save: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await save()
    if (answer.status !== 503 || tries === 100) return answer
  }
}
