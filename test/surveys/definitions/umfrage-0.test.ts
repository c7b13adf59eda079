import t from 'tap'
import { outline } from '../../../surveys/codebook/outline.ts'
import { published } from '../../support/published.ts'

const instrument = await published('umfrage-0')
const questions = outline(instrument).sections.flatMap((section) => section.questions)

t.test('what is known of it, and what is assumed', async (t) => {
  t.strictSame(
    questions.map(({ id, kind }) => `${id} ${kind}`),
    [
      'gkz gkz',
      'kommune kommune',
      'zustaendig choice',
      'kontakt contact',
      'vertretung contact',
      'plan_erfassung choices',
      'kennzahl_erfassung choices',
      'erfassung_seit text',
      'erfassung_wer choices',
      'auswertung choice',
      'anmerkungen longtext',
    ],
  )
  const assumed = instrument.assumed.join(' ')
  for (const about of [/gedruckter Fragebogen/, /Stichtag 31\.08\.2018/, /Frist 30\.09\.2018/]) t.match(assumed, about)
  t.strictSame([instrument.stichtag, instrument.frist], ['2018-08-31', '2018-09-30'])
})

t.test('contact data are told from answers', async (t) => {
  t.strictSame(
    instrument.variables.filter(({ contact }) => contact).map(({ name }) => name),
    ['kontakt', 'vertretung'].flatMap((who) => ['name', 'funktion', 'telefon', 'mail'].map((what) => `${who}_${what}`)),
  )
  t.strictSame(
    questions.filter(({ comment }) => comment === null).map(({ id }) => id),
    ['kontakt', 'vertretung', 'anmerkungen'],
  )
})
