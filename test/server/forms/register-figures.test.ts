import { sql } from 'kysely'
import t from 'tap'
import type { Questionnaire } from '../../../schemas/questionnaire.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { testAppAsking } from '../../support/app.ts'
import { smallDefinition } from '../../support/definition.ts'
import { personDefinition } from '../../support/person-definition.ts'
import { readPdf } from '../../support/read-pdf.ts'

const definition: Questionnaire = {
  ...smallDefinition(),
  checks: [
    {
      id: 'davon_register',
      kind: 'compare',
      severity: 'signal',
      left: [{ question: 'davon' }],
      relation: 'atMost',
      right: [{ register: { indicator: 'arbeitslose' }, times: 0.5 }],
      message: '{links} sind mehr als die Hälfte ({rechts}) der Arbeitslosen.',
    },
  ],
  sections: [
    {
      id: 'zahlen',
      title: 'Zahlen',
      questions: [
        { number: 'F1', id: 'gkz', kind: 'gkz', title: 'Welche Kommune?', comment: false },
        { number: 'F2', id: 'alle', kind: 'count', title: 'Wie viele?', label: 'Alle', register: 'einwohner' },
        {
          number: 'F3',
          id: 'davon',
          kind: 'counts',
          title: 'Wie viele davon?',
          items: [
            { code: 'arbeitslos', label: 'arbeitslos' },
            { code: 'andere', label: 'andere' },
          ],
          register: { arbeitslos: { indicator: 'arbeitslose' } },
        },
      ],
    },
  ],
}

t.test('what the register knows stands beside the field, with source and date, and fills nothing in', async (t) => {
  const { db, login } = await testAppAsking(t, definition)
  const visitor = await login('KM')
  const rowOf = async (name: string) =>
    new RegExp(`<label for="${name}">.*?</div>`, 's').exec(
      (await visitor.get(`${visitor.home}/abschnitt/zahlen`)).text,
    )?.[0] ?? ''
  const inhabitants = await rowOf('alle')
  t.match(inhabitants, /id="alle-register">Einwohner laut Register: 22\.325 \(31\.12\.2024\)</)
  t.match(inhabitants, /value=""[^>]*aria-describedby="alle-register"/s)
  t.notMatch(await rowOf('davon_arbeitslos'), /laut/, 'nothing is known yet')

  await sql`
    with s as (insert into series (indicator, months) values ('arbeitslose', 12) returning id),
      b as (insert into import_batch (file_name, file_hash, settings, format, title, source, licence, observations, report)
        values ('a.csv', repeat('0', 64), '{}', 'csv', 'Arbeitslose', 'Bundesagentur für Arbeit', 'frei', 3, '{}')
        returning id)
    insert into observation (series_id, batch_id, starts, value, region, missing)
    select s.id, b.id, starts::date, value, region, missing::missing_reason
    from s, b, (values ('2023-01-01', 411, '117019', null), ('2024-01-01', 432, '117019', null),
      ('2025-01-01', null, '117019', 'geheim'), ('2024-01-01', 9999, '117', null)) v (starts, value, region, missing)`.execute(
    db,
  )
  t.match(await rowOf('davon_arbeitslos'), /Arbeitslose laut Bundesagentur für Arbeit: 432 \(2024\)/)
  t.notMatch(await rowOf('davon_andere'), /laut/)

  await visitor.save('zahlen', { davon_arbeitslos: '216', davon_andere: '0' })
  const page = `${visitor.home}/abschnitt/zahlen`
  t.notMatch((await visitor.get(page)).text, /mehr als die Hälfte/)
  await visitor.save('zahlen', { davon_arbeitslos: '217', davon_andere: '0' })
  t.match((await visitor.get(page)).text, /217 sind mehr als die Hälfte \(216\) der Arbeitslosen/)

  const blank = await visitor.app.inject({ url: `${visitor.home}/papier/leer`, headers: { cookie: visitor.cookie } })
  t.match((await readPdf(blank.rawPayload)).text, /Einwohner laut Register: 22\.325 \(31\.12\.2024\)/)
})

t.test('a figure that can stand nowhere is refused', async (t) => {
  const spoiled = structuredClone(definition)
  const [, , counts] = spoiled.sections[0]?.questions ?? []
  if (counts?.kind === 'counts') counts.register = { gibt_es_nicht: 'einwohner' }
  t.throws(() => compile(spoiled), /Einen Posten „gibt_es_nicht“ hat die Frage nicht/)
  const persons = personDefinition()
  const [, klienten] = persons.sections[0]?.questions ?? []
  if (klienten?.kind === 'count') klienten.register = 'einwohner'
  t.throws(() => compile(persons), /kennt nur Zahlen zu Kommunen/)
})
