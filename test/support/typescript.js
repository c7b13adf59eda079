// TypeScript is read as the program reads it. `--import=tsx` would also look for it in each file of each package, which takes as long
// as all else that tests load.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
