import t from 'tap'
import type { Asked, Questionnaire } from '../../../schemas/questionnaire.ts'
import { makeForm } from '../../../server/forms/form.ts'
import { partOfForm } from '../../../server/forms/part-of-form.ts'
import { planAmendments } from '../../../surveys/amending/plan-amendments.ts'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { goOnAfter } from '../../../surveys/answer/go-on.ts'
import { progressOf } from '../../../surveys/answer/progress.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf, rawOf } from '../../../surveys/answer/submission.ts'
import type { Surroundings } from '../../../surveys/answer/surroundings.ts'
import { codebook } from '../../../surveys/codebook/codebook.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { DefinitionError } from '../../../surveys/definition/problem.ts'
import { diffSurveys } from '../../../surveys/definition/survey-diff.ts'
import { filteredDefinition } from '../../support/filtered-definition.ts'
import { eislingen } from '../../support/surroundings.ts'

const instrument = compile(filteredDefinition())

function answered(raw: Raw, around: Surroundings = eislingen) {
  const cells = readCells(instrument, raw, around)
  const { answers, comments } = contentOf(instrument, cells, [])
  const closed = instrument.filters.filter(({ variable }) => answers[variable] === true).map(({ id }) => id)
  return { cells, answers, comments, closed, findings: findingsOf(instrument, raw, cells, around) }
}

t.test('what is asked only of some is closed where an answer decides it, and open while nobody can tell', async (t) => {
  t.strictSame(answered({}).closed, [], 'a blank decides nothing')
  t.strictSame(answered({ stelle: 'ja' }).closed, [])
  t.strictSame(answered({ stelle: 'nein' }).closed, ['stellen_zahl', 'stellen_alter', 'wege_amt', 'urteil_abstimmung'])
  t.strictSame(answered({ stelle: 'geplant' }).closed, ['stellen_zahl', 'stellen_alter'], 'what is closed closes more')
  t.strictSame(answered({ stelle: 'ja', stellen_zahl: '0' }).closed, ['stellen_alter'])
  t.strictSame(answered({ stelle: 'ja', stellen_zahl: 'viele' }).closed, [], 'nobody can read it')
  t.strictSame(answered({ stelle: 'ja', stellen_zahl_nv: '1' }).closed, [], 'nobody knows')
  t.strictSame(answered({ gesamt: '0' }).closed, ['weiter-gabe', 'weitergabe_an'], 'a section goes with all in it')
})

t.test('what was typed there is not sent, and is there again when it opens', async (t) => {
  const typed = { stelle: 'ja', stellen_zahl: '3', stellen_zahl_kom: 'halbtags', stellen_alter_alt: '3', wege_amt: '1' }
  const shut = answered({ ...typed, stelle: 'nein' })
  t.strictSame(shut.answers, {
    stelle: 'nein',
    stellen_zahl_entfaellt: true,
    stellen_alter_entfaellt: true,
    wege_amt_entfaellt: true,
    urteil_abstimmung_entfaellt: true,
  })
  t.strictSame(shut.comments, {})
  t.strictSame(answered(typed).answers, {
    stelle: 'ja',
    stellen_zahl: 3,
    stellen_alter_alt: 3,
    wege_amt: true,
    zeit_fahrt_entfaellt: true,
  })
  const stored = { answers: shut.answers, comments: shut.comments }
  t.match(rawOf(instrument, stored), { stelle: 'nein' })
  t.strictSame(answered(rawOf(instrument, stored)).answers, shut.answers, 'it follows again')
})

t.test('nothing is found in what is not asked, and nobody is told what was typed there', async (t) => {
  t.strictSame(answered({ stelle: 'nein', stellen_zahl: 'viele', stellen_alter_alt: '3' }).findings, [])
  const few = { gesamt: '2', weitergabe: '5' }
  t.match(answered(few).findings, [{ check: 'weitergabe_gesamt' }])
  t.strictSame(answered({ ...few, gesamt: '0' }).findings, [], 'there is nothing to hold it against')
  const shares = { wege_andere: '1', wege_andere_text: 'x', zeit_gespraech: '100', zeit_fahrt: '50' }
  const { findings, answers } = answered(shares)
  t.strictSame(findings, [])
  t.match(answers, { zeit_fahrt_entfaellt: true, zeit_sonst: 0 })
  t.equal(answers.zeit_fahrt, undefined)
})

t.test('the last wave and the register decide, and what they decided is kept', async (t) => {
  const last = { wave: 'w', title: 'W', stichtag: '', values: new Map([['gesamt', 0]]) }
  t.strictSame(answered({}, { ...eislingen, last }).closed, ['veraenderung'])
  t.strictSame(answered({}, { ...eislingen, last: { ...last, values: new Map([['gesamt', 4]]) } }).closed, [])
  t.strictSame(answered({ aussenstellen: '2' }, { ...eislingen, unit: '117042' }).closed, ['aussenstellen'])
  const { answers } = answered({}, { ...eislingen, last })
  const raw = rawOf(instrument, { answers, comments: {} })
  t.strictSame(answered(raw).closed, ['veraenderung'], 'whatever is known later')
  t.equal(readCells(instrument, raw).get('veraenderung')?.state, 'notApplicable')
  const before = rawOf(instrument, { answers: {}, comments: {} })
  t.strictSame(answered(before, { ...eislingen, last }).closed, [], 'what was asked stays asked')
})

t.test('what was chosen in the last wave decides; what is not known of it decides nothing', async (t) => {
  const since = (words?: [string, string | true][], raw: Raw = {}) => {
    const last = { wave: 'w', title: 'W', stichtag: '', values: new Map([['gesamt', 4]]), words: new Map(words) }
    return answered(raw, { ...eislingen, last })
  }
  t.strictSame(since([['stelle', 'nein']]).closed, ['stelle_seither'])
  t.strictSame(since([['stelle', 'geplant']]).closed, [])
  t.strictSame(since([]).closed, [], 'no answer')
  t.strictSame(answered({}).closed, [], 'no last wave')
  t.strictSame(since([['stelle', 'ja']], { stelle: 'ja' }).findings, [])
  const changed = since([['stelle', 'ja']], { stelle: 'nein' }).findings
  t.match(changed, [{ check: 'stelle_geblieben' }])
  t.strictSame(since([], { stelle: 'nein' }).findings, [])
  t.match(since([['wege_amt', true]], { wege_vor_ort: '1' }).findings, [{ check: 'wege_geblieben' }])
  t.strictSame(since([['wege_vor_ort', true]], { wege_vor_ort: '1' }).findings, [])

  const { answers } = since([['stelle', 'nein']], { stelle_seither: 'nichts' })
  t.match(answers, { stelle_seither_entfaellt: true, stelle_seither: undefined })
  const raw = rawOf(instrument, { answers, comments: {} })
  t.strictSame(answered(raw).closed, ['stelle_seither'], 'what it decided is kept')
})

t.test('a check looks at nothing that is not asked', async (t) => {
  const checks = (raw: Raw) => answered(raw).findings.map(({ check }) => check)
  t.strictSame(checks({ gesamt: '3' }), ['weitergabe_gemeldet'])
  t.strictSame(checks({ gesamt: '0' }), [], 'nobody can be told to answer it')
  const told = answered({ gesamt: '4', weitergabe: '5', weitergabe_an: 'Amt' }).findings
  t.match(told, [{ check: 'weitergabe_gesamt', values: { gesamt: '4', weitergabe: '5' } }])
})

t.test('an amendment closes and opens, and says what follows', async (t) => {
  const stored = (raw: Raw) => {
    const { answers, comments } = answered(raw)
    return { answers, comments }
  }
  const amend = (raw: Raw, field: string, was: string | number | null, became: string | number) =>
    planAmendments(instrument, stored(raw), [{ field, was, became }], eislingen)
  const closed = amend({ stelle: 'ja', stellen_zahl: '3' }, 'stelle', 'ja', 'geplant')
  t.match(closed.rows, [{ row: { follows: { stellen_zahl: null, stellen_zahl_entfaellt: true } } }])
  const opened = amend({ stelle: 'geplant' }, 'stelle', 'geplant', 'ja')
  t.match(opened.rows, [{ row: { follows: { stellen_zahl_entfaellt: null, stellen_alter_entfaellt: null } } }])
  t.match(amend({ stelle: 'nein' }, 'stellen_zahl', null, 2).faults, [{ message: /nicht gefragt/ }])
})

t.test('a part of the form closes only by what stands in it', async (t) => {
  const part = partOfForm(makeForm(instrument), ['stelle', 'weiter-gabe']).instrument
  const cells = readCells(part, { stelle: 'nein', weitergabe: '0' })
  const open = ['weitergabe', 'weitergabe_an'].filter((name) => cells.get(name)?.state !== 'notApplicable')
  t.strictSame(open, ['weitergabe'], 'what was answered elsewhere shows in nothing')
  t.equal(cells.get('stellen_zahl')?.state, 'notApplicable')
  t.equal(part.sections[1]?.asked?.words, 'Nur wenn die Zahl in F4 größer als 0 ist', 'the question is named')
})

t.test('codebook and files name whom a question was put to, and a paper where to go on', async (t) => {
  const row = (name: string) => codebook(instrument).find(({ spalte }) => spalte === name)
  t.equal(
    row('stellen_zahl')?.gefragt_bei,
    'Kommunen, nur wenn Sie in F1 „ja“ angegeben haben (sonst stellen_zahl_entfaellt = 1)',
  )
  t.equal(row('stellen_zahl')?.trifft_nicht_zu_wenn, 'stellen_zahl_entfaellt = 1')
  t.match(row('stelle_seither')?.gefragt_bei, /nur wenn Sie in der letzten .* \(sonst stelle_seither_entfaellt = 1\)/)
  t.match(row('weitergabe_an')?.gefragt_bei, /F4 größer als 0 ist .*, nur wenn die Zahl in F8/)
  t.match(row('stellen_zahl_fehlt')?.werte, /trifft_nicht_zu/)
  t.strictSame(Object.fromEntries(goOnAfter(instrument)), { 'stelle=geplant': 'F4', 'stelle=nein': 'F4' })
  const other = filteredDefinition()
  other.sections[0]?.questions.pop()
  Object.assign(other.sections[2] as object, { asked: { if: [{ answered: 'gesamt' }] } })
  const changed = diffSurveys(instrument, compile({ ...other, checks: [] })).filter(({ status }) => status !== 'same')
  t.strictSame(
    changed.map(({ status, before, differs }) => [before?.number, status, ...differs]),
    [
      ['F3', 'dropped'],
      ['F8', 'changedBase', 'Wer gefragt wird'],
      ['F9', 'reworded', 'Wer gefragt wird'],
    ],
  )
})

t.test('what is not asked does not count as open', async (t) => {
  const all = instrument.sections.flatMap(({ questions }) => questions)
  const total = (raw: Raw) => progressOf(all, answered(raw).cells).total
  t.equal(total({}) - total({ gesamt: '0' }), 2)
  t.equal(total({}) - total({ stelle: 'nein' }), 5, 'a list counts once')
})

t.test('a sentence is made from conditions where none is written', async (t) => {
  t.strictSame(
    instrument.filters.map(({ words }) => words),
    [
      'Nur wenn Sie in F1 „ja“ angegeben haben',
      'Nur wenn die Zahl in F2 größer als 0 ist',
      'Nur wenn in F1 „ja“ oder „geplant“ angegeben ist',
      'Nur wenn in F5 „vor Ort“ angekreuzt ist',
      'Nur wenn in F1 nicht „nein“ angegeben ist',
      'Nur wenn die Zahl in F4 größer als 0 ist',
      'Nur wenn die Zahl in F8 mindestens 1 ist',
      'Nur wenn Sie in der letzten Erhebung Personen genannt haben',
      'Nur wenn die Kommune mindestens 15.000 Einwohner hat',
      'Nur wenn Sie in der letzten Erhebung eine Stelle hatten oder planten',
    ],
  )
  t.equal(instrument.variable.get('stellen_alter_entfaellt')?.label, 'F3 entfällt: Wie alt sind die Personen aus F2?')
})

t.test('a filter that looks ahead, in a circle or at nothing is refused, with its place', async (t) => {
  const refused = (spoil: (definition: Questionnaire) => void) => {
    const definition = filteredDefinition()
    spoil(definition)
    try {
      compile(definition)
    } catch (error) {
      if (error instanceof DefinitionError)
        return error.problems.map(({ path, message }) => `${path}: ${message}`).join('\n')
      throw error
    }
    return ''
  }
  const question = ({ sections }: Questionnaire, section: number, place: number) => {
    const found = sections[section]?.questions[place]
    if (found === undefined) throw new Error('there is no such question')
    return found
  }
  const asks = (asked: Asked['if'][0], words = 'Nur wenn es so ist'): Asked => ({ if: [asked], words })
  const ahead = /^\/sections\/0\/questions\/0\/asked\/if\/0: „gesamt“ \(F4\) wird erst hier oder später gefragt/
  t.match(
    refused((one) => Object.assign(question(one, 0, 0), { asked: asks({ answered: 'gesamt' }) })),
    ahead,
  )
  t.match(
    refused((one) => Object.assign(question(one, 0, 1), { asked: asks({ blank: 'stellen_zahl' }) })),
    /„stellen_zahl“ \(F2\) wird erst hier/,
    'its own answer',
  )
  t.match(
    refused((one) => {
      Object.assign(question(one, 1, 0), { asked: asks({ answered: 'wege' }) })
      Object.assign(question(one, 1, 1), { asked: asks({ answered: 'gesamt' }) })
    }),
    /^\/sections\/1\/questions\/0\/asked\/if\/0: „wege_vor_ort“ \(F5\)/,
    'a circle looks ahead somewhere',
  )
  t.match(
    refused((one) => Object.assign(one.sections[2] as object, { asked: asks({ answered: 'weitergabe' }) })),
    /^\/sections\/2\/asked\/if\/0: „weitergabe“/,
    'a section that hangs on itself',
  )
  t.match(
    refused((one) => Object.assign(question(one, 1, 0), { asked: asks({ answered: 'nirgends' }) })),
    /nirgends/,
  )
  t.match(
    refused((one) => Object.assign(question(one, 1, 0), { asked: asks({ chosen: 'stelle', any: ['x'] }) })),
    /„x“/,
  )
  t.match(
    refused((one) => Object.assign(question(one, 1, 0), { asked: asks({ answered: 'stellen_zahl_entfaellt' }) })),
    /folgt aus Antworten/,
  )
  t.match(
    refused((one) =>
      Object.assign(question(one, 1, 0), {
        asked: { if: [{ known: { last: 'gesamt' }, relation: 'atLeast', right: [{ value: 1 }] }] },
      }),
    ),
    /^\/sections\/1\/questions\/0\/asked: Aus diesen Bedingungen lässt sich kein Satz bilden/,
  )
  const hangsOn = (last: string, any: string) =>
    refused((one) => Object.assign(question(one, 1, 0), { asked: asks({ chosen: { last }, any: [any] }) }))
  const place = '^/sections/1/questions/0/asked/if/0/chosen/last: '
  t.match(hangsOn('nirgends', 'ja'), new RegExp(`${place}Eine Frage oder Variable „nirgends“ gibt es nicht`))
  t.match(hangsOn('stelle', 'x'), new RegExp(`${place}„stelle“ hat keine Antwort „x“`))
  t.match(hangsOn('gesamt', 'ja'), new RegExp(`${place}„gesamt“ hat keine Antworten, von denen man eine wählt`))
  t.match(
    refused((one) =>
      Object.assign(question(one, 1, 0), { asked: { if: [{ chosen: { last: 'wege' }, any: ['amt'] }] } }),
    ),
    /^\/sections\/1\/questions\/0\/asked: Aus diesen Bedingungen lässt sich kein Satz bilden/,
    'the number may have been another one',
  )
  t.match(
    refused((one) => {
      const { options } = question(one, 0, 0) as unknown as { options: object[] }
      Object.assign(options[0] as object, { asked: asks({ answered: 'gesamt' }) })
    }),
    /^\/sections\/0\/questions\/0\/options\/0\/asked: Eine Antwort/,
  )
  t.match(
    refused((one) =>
      Object.assign(one, {
        notApplicable: [{ id: 'keine', label: 'Keine', if: [{ answered: 'stelle' }], questions: ['gesamt'] }],
      }),
    ),
    /„gesamt“ kann nach „keine“ \(notApplicable\) nicht zutreffen/,
  )
  const before = [{ chosen: { last: 'stelle' }, any: ['nein'] }]
  t.match(
    refused((one) =>
      Object.assign(one, {
        notApplicable: [{ id: 'keine', label: 'Keine', if: before, questions: ['aussenstellen'] }],
      }),
    ),
    /Was nicht zutrifft, folgt nur aus Antworten dieses Fragebogens/,
  )
})
