import t from 'tap'
import { kreisName } from '../../../server/domain/kreis-name.ts'

t.test('a Kreis is called as its people call it', async (t) => {
  const names = {
    'Stadtkreis Heilbronn': kreisName({ typ: 'Stadtkreis', name: 'Heilbronn' }),
    'Landkreis Heilbronn': kreisName({ typ: 'Landkreis', name: 'Heilbronn' }),
    Ortenaukreis: kreisName({ typ: 'Landkreis', name: 'Ortenaukreis' }),
    'Rems-Murr-Kreis': kreisName({ typ: 'Landkreis', name: 'Rems-Murr-Kreis' }),
    'Landkreis Breisgau-Hochschwarzwald': kreisName({ typ: 'Landkreis', name: 'Breisgau-Hochschwarzwald' }),
  }
  for (const [wanted, name] of Object.entries(names)) t.equal(name, wanted)
})
