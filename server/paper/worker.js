// Plain JavaScript, since a thread that is started has nothing yet that reads TypeScript.
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) })
const { typeset } = await import('./typeset.ts')

parentPort.on('message', ({ name, data }) => {
  try {
    parentPort.postMessage({ pdf: typeset(name, data) })
  } catch (error) {
    parentPort.postMessage({ fault: error.message })
  }
})
