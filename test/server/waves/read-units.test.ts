import t from 'tap'
import { readParticipants, readUnits } from '../../../server/waves/read-units.ts'
import { eislingen } from '../../support/surroundings.ts'

const { register } = eislingen

t.test('participants by number: every faulty line is named', async (t) => {
  const text = 'name;im_nummer\nA;117019-001\nB;117019002\nC;117019-003\nD;111000-001\nE;117019-001\n'
  const { participants, problems } = readParticipants({ name: 'im.csv', text }, 'integrationsmanager', register)
  t.strictSame(participants, ['117019-001'])
  t.match(problems, [
    /^im\.csv: Zeile 3, Spalte im_nummer: .*Meinen Sie 117019-002 \(Eislingen\/Fils\)\?$/,
    /^im\.csv: Zeile 4, Spalte im_nummer: .*die laufende Nummer 003 nicht/,
    /^im\.csv: Zeile 5, Spalte im_nummer: /,
    /^im\.csv: Zeile 6, Spalte im_nummer: 117019-001 steht schon weiter oben/,
  ])
})

t.test('a list of Kommunen is no list of persons, and an empty one is none', async (t) => {
  const read = (text: string) => readParticipants({ name: 'x.csv', text }, 'integrationsmanager', register).problems
  t.strictSame(read('gkz\n117019\n'), ['x.csv: Zeile 1: Die Spalte „im_nummer“ fehlt.'])
  t.strictSame(read('im_nummer\n'), ['x.csv: Darin steht keine Integrationsmanager/-in.'])
})

t.test('recipients, Verbünde and Kreise go by their keys', async (t) => {
  const known = {
    ...register,
    empfaenger: new Map([['117042', 'Salach']]),
    kreise: new Map([['117', 'Landkreis Göppingen']]),
  }
  const read = (kind: 'zuwendungsempfaenger' | 'verbund' | 'kreis', text: string) =>
    readUnits({ name: 'Liste', text }, kind, known)
  t.strictSame(read('zuwendungsempfaenger', 'empfaenger;name\n08117042;Salach').participants, ['117042'])
  t.strictSame(read('verbund', '117019').participants, ['117019'])
  t.strictSame(read('kreis', '08117').participants, ['117'])
  t.match(read('kreis', '117 118 117000').problems, [
    /118“ ist im Verzeichnis kein Stadt- oder Landkreis/,
    /117000“ ist keine Kennung: drei/,
  ])
  t.match(read('zuwendungsempfaenger', '117019').problems, [/ist im Verzeichnis kein Zuwendungsempfänger/])
})

t.test('what is pasted needs no heading', async (t) => {
  const read = (text: string) => readUnits({ name: 'Liste', text }, 'gemeinde', register)
  t.strictSame(read('117019,\n117042').participants, ['117019', '117042'])
  t.strictSame(read('name;gkz\nA;117019').participants, ['117019'])
  t.match(read('117019 117019 999999').problems, [/^Liste: Eintrag 2: 117019 steht schon/, /^Liste: Eintrag 3: /])
  t.strictSame(read(' \n').problems, ['Bitte füllen Sie die Liste aus. Darin steht keine Kommune.'])
})
