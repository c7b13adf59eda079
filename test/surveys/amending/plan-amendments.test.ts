import t from 'tap'
import { isLarge } from '../../../surveys/amending/is-large.ts'
import { planAmendments, type WantedAmendment } from '../../../surveys/amending/plan-amendments.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

const plan = async (survey: string, answers: Record<string, number | string | true>, wanted: WantedAmendment[]) =>
  planAmendments(await published(survey), { answers, comments: {} }, wanted, eislingen)

t.test('one value begins at what is used, and what it leaves as it was is left', async (t) => {
  const { rows, faults, errors } = await plan('umfrage-1', { zp_gesamt: 1200 }, [
    { field: 'zp_gesamt', was: 1200, became: 120 },
    { field: 'zp_gesamt', was: 120, became: null },
  ])
  t.strictSame([faults, errors], [[], []])
  t.strictSame(
    rows.map(({ row }) => row),
    [
      { field: 'zp_gesamt', was: 1200, became: 120, beside: {}, follows: {} },
      { field: 'zp_gesamt', was: 120, became: null, beside: {}, follows: {} },
    ],
  )
})

t.test('what is refused, and why', async (t) => {
  const refused = async (wanted: WantedAmendment, answers = { zp_gesamt: 120 }) => {
    const { faults, errors } = await plan('umfrage-1', answers, [wanted])
    return [...faults.map(({ message }) => message), ...errors].join(' ')
  }
  t.match(await refused({ field: 'zp_gesamt', was: 12, became: 13 }), /Verwendet wird jetzt 120, nicht 12/)
  t.match(await refused({ field: 'zp_gesamt', was: 120, became: 120 }), /schon verwendet/)
  t.match(await refused({ field: 'gibt_es_nicht', was: 1, became: 2 }), /kein Feld dieses Fragebogens/)
  t.match(await refused({ field: 'anmerkungen', was: null, became: 'Text' }), /Texte bleiben/)
  t.match(await refused({ field: 'ohne_plan', was: null, became: true }), /Folgerungen ergeben sich/)
})

t.test(
  'what a check says of the result: an error stops, a signal that was there before says nothing new',
  async (t) => {
    const before = { zp_gesamt: 10, im_plan: 20 }
    const known = await plan('umfrage-1', before, [{ field: 'im_alpha', was: null, became: 5 }])
    t.strictSame([known.errors, known.signals], [[], []])
    const fresh = await plan('umfrage-1', { zp_gesamt: 30, im_plan: 20 }, [{ field: 'zp_gesamt', was: 30, became: 10 }])
    t.match(fresh.signals.join(' '), /20.*10/)
    const shares = { zeit_sprechstunde: 60, zeit_termin: 40, zeit_rest: 'zeit_vorbereitung' }
    const one = await plan('umfrage-3', shares, [{ field: 'zeit_termin', was: 40, became: 30 }])
    t.match(one.errors.join(' '), /100/)
    const two = await plan('umfrage-3', shares, [
      { field: 'zeit_termin', was: 40, became: 30 },
      { field: 'zeit_sprechstunde', was: 60, became: 70 },
    ])
    t.strictSame(two.errors, [], 'what belongs together is looked at together')
  },
)

t.test('what follows from a value follows again, as long as what decides with it is the same', async (t) => {
  const { rows } = await plan('umfrage-1', { im_plan: 5 }, [{ field: 'im_plan', was: 5, became: 0 }])
  t.match(rows[0]?.row, { beside: { ohne_plan: null }, follows: { ohne_plan: true } })
  const back = await plan('umfrage-1', { im_plan: 0, ohne_plan: true }, [{ field: 'im_plan', was: 0, became: 5 }])
  t.match(back.rows[0]?.row, { beside: { ohne_plan: true }, follows: { ohne_plan: null } })
})

t.test(
  'what has to fit to a value holds it: with other answers beside it nobody has looked whether it does',
  async (t) => {
    const wanted = [
      { field: 'vor_wer_sozialarbeit_kommune', was: true, became: null },
      { field: 'vor_wer_niemand', was: null, became: true },
    ] as const
    const { rows, errors } = await plan('umfrage-2', { vor_wer_sozialarbeit_kommune: true }, [...wanted])
    t.strictSame(errors, [])
    const [other, nobody] = rows.map(({ row }) => row.beside)
    t.match([other, nobody], [{ vor_wer_niemand: null }, { vor_wer_sozialarbeit_kommune: null }])
    t.ok(Object.keys(nobody ?? {}).length > 2, 'all that it excludes')
    t.notOk('vor_wer_niemand' in (nobody ?? {}), 'it is looked at itself')
  },
)

t.test('what is asked no more has no value, whatever is undone or sent later', async (t) => {
  const given = { weitergabe: 'ganz', weitergabe_an_traeger: true } as const
  const [close] = (await plan('folgewelle', given, [{ field: 'weitergabe', was: 'ganz', became: 'nein' }])).rows
  t.match(close?.row.follows, { weitergabe_an_entfaellt: true, weitergabe_an_traeger: null, vereinbarung: null })
  t.equal(close?.row.follows.weitergabe_an_andere_text, null, 'nor a text that is written there later')
  const [within] = (await plan('folgewelle', given, [{ field: 'weitergabe_an_traeger', was: true, became: null }])).rows
  t.strictSame(within?.row.beside, { weitergabe_an_entfaellt: null }, 'a value holds as long as it is asked')
  const late = await plan(
    'folgewelle',
    { weitergabe: 'nein', weitergabe_an_entfaellt: true, vereinbarung_entfaellt: true },
    [{ field: 'weitergabe_an_traeger', was: null, became: true }],
  )
  t.match(late.faults[0]?.message, /nicht gefragt/)
})

t.test('large is what moves a number by much, and by much of itself', async (t) => {
  const from = { ratio: 0.5, absolute: 50 }
  const cases: [number | string | null, number | string | null, boolean][] = [
    [100, 150, true],
    [100, 149, false],
    [1000, 1400, false],
    [1000, 1500, true],
    [10, 40, false],
    [0, 50, true],
    [null, 49, false],
    [null, 50, true],
    [80, null, true],
    ['ja', 'nein', false],
  ]
  for (const [was, became, large] of cases) t.equal(isLarge({ was, became }, from), large, `${was} → ${became}`)
  t.strictSame((await published('umfrage-1')).secondAccountFrom, from, 'where a definition says nothing of its own')
})
