import t from 'tap'
import { leftReasons, placer } from '../../../analysis/territory/place.ts'
import { someTerritory } from '../../support/intake.ts'

const place = placer(someTerritory)

t.test('Kommunen, Kreise and what is above them', async (t) => {
  t.strictSame(place('08117019'), { region: '117019', level: 'gemeinde' })
  t.strictSame(place('08117'), { region: '117', level: 'kreis' })
  t.strictSame(place('084'), { region: '4', level: 'regierungsbezirk' })
  t.strictSame(place('DG'), { region: 'DG', level: 'bund' })
})

t.test('a Stadtkreis is one unit, whichever of its keys a file has', async (t) => {
  for (const key of ['08111', '08111000', '111', '111000', '081110000000']) {
    t.strictSame(place(key), { region: '111000', level: 'gemeinde' }, key)
  }
})

t.test('what has ended says when, and what became of it', async (t) => {
  t.strictSame(place('08336012'), { region: '336012', level: 'gemeinde', until: '2008-12-31', successor: '336107' })
  const ended = placer({
    ...someTerritory,
    gemeinden: new Map([['117026', { name: 'Göppingen', until: '2020-12-31' }]]),
  })
  t.strictSame(ended('117026'), { region: '117026', level: 'gemeinde', until: '2020-12-31' })
})

t.test('whatever has no place says why', async (t) => {
  const left = (key: string) => {
    const found = place(key)
    return found !== undefined && 'left' in found ? leftReasons[found.left] : found
  }
  t.equal(left('09161'), leftReasons.ausserhalb)
  t.equal(left('08415971'), leftReasons.gemeindefrei)
  t.equal(left('081155001'), leftReasons.verband)
  t.equal(left('08115099'), leftReasons.unbekannt)
  t.equal(left('08199'), leftReasons.unbekannt)
  t.equal(left('nichts'), undefined)
})
