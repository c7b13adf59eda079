#!/usr/bin/env node
// Plain JavaScript, so that it runs from a clone before anything is built, and from any working directory.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

// Without its path, tsx would take the tsconfig.json of whatever folder the command is called in.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
const { main } = await import('./boot/cli.ts')
await main(process.argv.slice(2))
