import type { Surroundings } from '../../surveys/answer/surroundings.ts'

/** A small register, seen from Eislingen. */
export const eislingen: Surroundings = {
  unit: '117019',
  register: {
    gemeinden: new Map([
      ['117019', { name: 'Eislingen/Fils', einwohner: 22325 }],
      ['117042', { name: 'Salach', einwohner: 8042 }],
      ['111000', { name: 'Stuttgart', einwohner: 612663 }],
    ]),
    kreise: new Map([
      ['117', 'Landkreis Göppingen'],
      ['111', 'Stadtkreis Stuttgart'],
    ]),
    verbuende: new Map([['117019', { name: 'Eislingen/Fils', numbers: new Set(['117019-001', '117019-002']) }]]),
  },
}
